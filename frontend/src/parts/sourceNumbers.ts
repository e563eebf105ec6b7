import type { Cite, Source } from '../engine/bundle.gen';
import { t } from '../text/text';

/** The sources of one paper under short numbers, in the order they are first named. */
export interface SourceNumbers {
  /** The numbers and places of some cites, for a line on paper. */
  line(cites: readonly Cite[]): string;
  /** Every source named so far. */
  readonly used: readonly Source[];
}

/** Starts the numbering of one paper. */
export function numberSources(sources: readonly Source[]): SourceNumbers {
  const used: Source[] = [];
  const numberOf = (id: string) => {
    const at = used.findIndex((source) => source.id === id);
    if (at >= 0) return at + 1;
    const source = sources.find((known) => known.id === id);
    return source ? used.push(source) : null;
  };
  const joiner = () => t('ui.answers.joiner');
  return {
    used,
    line(cites) {
      const places = new Map<number, string[]>();
      for (const { source, place } of cites) {
        const number = numberOf(source);
        if (number !== null) places.set(number, [...(places.get(number) ?? []), ...(place ? [place] : [])]);
      }
      return [...places]
        .map(([number, named]) =>
          named.length > 0 ? t('ui.sheet.source_places', { number, places: named.join(joiner()) }) : `${number}`,
        )
        .join(joiner());
    },
  };
}
