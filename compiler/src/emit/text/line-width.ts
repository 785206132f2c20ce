/** Of prettier's default options. */
const lineWidth = 80;

/** Whether every line surely fits behind the margin; a character outside ASCII may be two columns wide. */
export function fits(text: string, margin: number): boolean {
  let width = margin;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) width = margin;
    else width += unit < 128 ? 1 : 2;
    if (width > lineWidth) return false;
  }
  return true;
}
