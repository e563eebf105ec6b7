// The only markup of the content: a line is a paragraph, lines that begin with "- " are a list.

/** A part of a text. */
export type Block = { kind: 'p'; text: string } | { kind: 'list'; items: string[] };

/** Splits a text into paragraphs and lists. */
export function blocks(text: string): Block[] {
  const result: Block[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '') continue;
    const last = result.at(-1);
    if (!line.startsWith('- ')) result.push({ kind: 'p', text: line });
    else if (last?.kind === 'list') last.items.push(line.slice(2).trim());
    else result.push({ kind: 'list', items: [line.slice(2).trim()] });
  }
  return result;
}

/** The lines of blocks, paragraphs and items alike, in order. */
export function linesOf(all: readonly Block[]): string[] {
  return all.flatMap((block) => (block.kind === 'list' ? block.items : [block.text]));
}

/** How a text is built, so that two of one shape can stand line beside line. */
export function shapeOf(text: string): string {
  return blocks(text)
    .map((block) => (block.kind === 'list' ? block.items.length : 'p'))
    .join();
}
