export const yamlDiagnostics = {};
