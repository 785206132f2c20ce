export const timeDiagnostics = {};
