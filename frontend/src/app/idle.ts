import { effect } from '@preact/signals';
import { consultation } from '../consultation/consultation';
import { createIdle } from '../consultation/idle';
import { SOURCE } from '../text/words';
import { topics } from './draft';
import { endConsultation } from './flow';
import { chosen } from './language';
import { leafletKept } from './leaflet';
import { looked, typed } from './lookup';

/** Ends a consultation that was left alone. */
export const idle = createIdle({ onEnd: endConsultation });

/** Watches while anything is kept that could tell of a consultation, and only then. */
export function watchIdle(): () => void {
  return effect(() => {
    if (typed.value !== '') looked.value = true;
    const kept =
      looked.value ||
      leafletKept.value ||
      chosen.value !== SOURCE ||
      consultation.running.value ||
      consultation.done.value.size > 0 ||
      topics.value.length > 0;
    if (kept) idle.start();
    else idle.stop();
  });
}
