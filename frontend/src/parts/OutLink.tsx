import { t } from '../text/text';

/** A link to a page outside, opened beside the app: the consultation must not be lost by it. */
export function OutLink({ url }: { url: string }) {
  return (
    <a
      class="cite__link"
      href={url}
      rel="noreferrer noopener"
      target="_blank"
      aria-label={`${url} ${t('ui.link.new_tab')}`}
    >
      {url}
    </a>
  );
}
