/** `specs/loan_default.feat.yaml` has its constants in `specs/loan_default.fit.yaml`. */
export function fitFilePath(specPath: string): string {
  return `${specPath.replace(/(?:\.feat)?\.ya?ml$/, "")}.fit.yaml`;
}
