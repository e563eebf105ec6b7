import { useEffect, useState } from 'preact/hooks';
import { size } from '../app/settings';

/** Room for two panes: landscape tablets and desktops. In em and by the chosen text size, so that large text gets one column. */
const WIDE_EM = 60;

/** Whether there is room for two panes now. */
export function useWide(): boolean {
  const query = `(min-width: ${(WIDE_EM * size.value) / 100}em)`;
  const [wide, setWide] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const follow = () => setWide(list.matches);
    follow();
    list.addEventListener('change', follow);
    return () => list.removeEventListener('change', follow);
  }, [query]);
  return wide;
}
