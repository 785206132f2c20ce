export const specDiagnostics = {};
