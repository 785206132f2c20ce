export const starterConfigPath = "featc.config.yaml";

export const starterConfig = `# Which specs \`featc build\` compiles, and where it writes. Commit the generated folder.
specs:
  - specs/*.feat.yaml
output: generated
`;

export const attributesPath = ".gitattributes";
export const attributesLine = "generated/** linguist-generated text eol=lf";

export const scriptName = "features";
export const scriptCommand = "featc build";
