/** Of the package `featc`; a test holds it against package.json. */
export const compilerVersion = "0.1.0";
