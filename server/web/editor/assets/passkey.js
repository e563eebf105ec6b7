// Asks the browser for a passkey, or to make one, and sends what it answers with the form. Nothing else of the editor needs
// a script: a browser gives passkeys to nobody else.

(() => {
  const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const keys = (list) => (list ?? []).map((key) => ({ ...key, id: toBytes(key.id) }));

  async function ask(options) {
    const key = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        allowCredentials: keys(options.allowCredentials),
      },
    });
    const r = key.response;
    return {
      ...plain(key),
      response: {
        clientDataJSON: toText(r.clientDataJSON),
        authenticatorData: toText(r.authenticatorData),
        signature: toText(r.signature),
        userHandle: r.userHandle ? toText(r.userHandle) : undefined,
      },
    };
  }

  async function make(options) {
    const key = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: toBytes(options.challenge),
        user: { ...options.user, id: toBytes(options.user.id) },
        excludeCredentials: keys(options.excludeCredentials),
      },
    });
    const r = key.response;
    return {
      ...plain(key),
      response: {
        clientDataJSON: toText(r.clientDataJSON),
        attestationObject: toText(r.attestationObject),
        transports: r.getTransports ? r.getTransports() : [],
      },
    };
  }

  const plain = (key) => ({
    id: key.id,
    rawId: toText(key.rawId),
    type: key.type,
    authenticatorAttachment: key.authenticatorAttachment ?? undefined,
    clientExtensionResults: key.getClientExtensionResults(),
  });

  const form = document.querySelector('form[data-passkey]');
  if (!form || !window.PublicKeyCredential) {
    return; // the server then says that the browser cannot do it
  }
  const problem = form.querySelector('[data-problem]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    const button = form.querySelector('button');
    button.disabled = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const answer = await (form.dataset.passkey === 'make' ? make(options) : ask(options));
      form.elements.namedItem('credential').value = JSON.stringify(answer);
      form.submit();
    } catch {
      // Closed, timed out, or no key on this device: the browser does not say which.
      button.disabled = false;
      problem.hidden = false;
      button.focus();
    }
  });
})();
