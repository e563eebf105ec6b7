import { T } from '../../parts/T';

const FIELDS = ['number', 'name', 'birth', 'valid', 'insurer'] as const;

/** A drawn sample of the certificate. Real ones differ by insurer, and it says so. */
export function CertificateSample() {
  return (
    <figure class="sample">
      <div class="sample__card">
        <p class="sample__mark">
          <T id="ui.sample.mark" />
        </p>
        <p class="sample__title">
          <T id="ui.sample.title" />
        </p>
        <dl class="sample__fields">
          {FIELDS.map((field) => (
            <div key={field} class="sample__field" data-field={field}>
              <dt>
                <T id={`ui.sample.${field}`} />
              </dt>
              <dd aria-hidden="true" />
            </div>
          ))}
        </dl>
      </div>
      <figcaption class="sample__note">
        <T id="ui.sample.note" />
      </figcaption>
    </figure>
  );
}
