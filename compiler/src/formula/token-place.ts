import type { IToken, TokenType } from "chevrotain";
import { internalError } from "../base/assert.js";

/** The offset behind the token; chevrotain's own `endOffset` is that of its last character. */
export function tokenEnd(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** A token that the lexer did not find in the text: its image is empty or what it stands for. */
export function makeToken(type: TokenType, image: string, startOffset: number): IToken {
  return {
    image,
    startOffset,
    endOffset: startOffset + image.length - 1,
    tokenType: type,
    tokenTypeIdx: typeIndex(type),
  };
}

/** The token read as another type, at the same place. */
export function readAs(token: IToken, type: TokenType): IToken {
  return makeToken(type, token.image, token.startOffset);
}

function typeIndex(type: TokenType): number {
  return type.tokenTypeIdx ?? internalError(`token type ${type.name} has no index`);
}
