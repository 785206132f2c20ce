import { defineConfig } from "vitest/config";
import project from "../../vitest.config.js";

export default defineConfig({
  ...project,
  test: { ...project.test, include: ["test/spark/**/*.test.ts"], exclude: [] },
});
