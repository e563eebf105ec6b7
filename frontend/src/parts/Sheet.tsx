import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { current } from '../app/current';
import { isPractice } from '../app/practice';
import { consultation } from '../consultation/consultation';
import { days } from '../consultation/day';
import { eraDate, longDate } from '../text/date';
import { her } from '../text/words';
import { Reference } from './LanguagePicker';
import { PaperFoot } from './PaperFoot';
import { T } from './T';

interface Props {
  title: string;
  children: ComponentChildren;
}

/**
 * True once the screen itself is painted, anew for each language. Paper is not looked at in that moment, and a long sheet
 * would hold the screen up.
 */
function useAfterPaint(lang: string): boolean {
  const [painted, setPainted] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(lang));
    return () => clearTimeout(timer);
  }, [lang]);
  return painted === lang;
}

/** A sheet of A4 for the counselor's own file. Only paper shows it. Its head and foot stand on every page; no word in them tells. */
export function Sheet({ title, children }: Props) {
  const painted = useAfterPaint(her.value);
  const guide = consultation.guide.value;
  const release = current.value;
  if (!guide || !release || !painted) return null;
  const day = consultation.day.value;
  return (
    <div class="sheet">
      <div class="sheet__foot">
        <PaperFoot />
      </div>
      <div class="sheet__body">
        <header class="sheet__head">
          <p class="sheet__for">
            <T id="ui.sheet.for_staff" />
          </p>
          <h1 class="sheet__title">{title}</h1>
          <p class="sheet__day">
            <T id="ui.sheet.day" args={{ day: eraDate(day) }} />
          </p>
          <Reference />
          {isPractice.value && (
            <p class="sheet__mark">
              <T id="ui.banner.as_of" args={{ day: longDate(day) }} />
            </p>
          )}
          {guide.review_by < days.today.value && (
            <p class="sheet__mark">
              <T id="ui.banner.review" args={{ day: longDate(guide.review_by) }} />
            </p>
          )}
        </header>
        {children}
      </div>
    </div>
  );
}
