import { Both } from '../../parts/Both';

const FIELDS = ['number', 'name', 'birth', 'valid', 'insurer'] as const;

/** A drawn sample of the certificate. Real ones differ by insurer, and it says so. */
export function CertificateSample() {
  return (
    <figure class="sample">
      <div class="sample__card">
        <p class="sample__mark">
          <Both id="ui.sample.mark" />
        </p>
        <p class="sample__title">
          <Both id="ui.sample.title" />
        </p>
        <dl class="sample__fields">
          {FIELDS.map((field) => (
            <div key={field} class="sample__field" data-field={field}>
              <dt>
                <Both id={`ui.sample.${field}`} />
              </dt>
              <dd aria-hidden="true" />
            </div>
          ))}
        </dl>
      </div>
      <figcaption class="sample__note">
        <Both id="ui.sample.note" />
      </figcaption>
    </figure>
  );
}
