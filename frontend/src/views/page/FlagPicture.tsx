/** A phone whose lines of information are behind a shutter: nothing can be seen on the net. */
export function PhonePicture() {
  return (
    <svg class="picture" viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      <rect class="picture__fill" x="38" y="6" width="44" height="84" rx="7" />
      <rect class="picture__line" x="38" y="6" width="44" height="84" rx="7" />
      <path class="picture__line" d="M55 13h10M55 83h10" />
      <path class="picture__faint" d="M46 28h28M46 38h22M46 48h28M46 58h18M46 68h24" />
      <path class="picture__strong" d="M24 52c9-13 22-20 36-20s27 7 36 20c-9 13-22 20-36 20S33 65 24 52z" />
      <circle class="picture__strong" cx="60" cy="52" r="9" />
      <path class="picture__cut" d="M26 82L94 20" />
    </svg>
  );
}

/** A clinic's screen: all is there but the line of the address, which is blacked out. */
export function AddressPicture() {
  return (
    <svg class="picture" viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      <rect class="picture__fill" x="12" y="8" width="96" height="64" rx="6" />
      <rect class="picture__line" x="12" y="8" width="96" height="64" rx="6" />
      <path class="picture__line" d="M60 72v14M42 88h36" />
      <path class="picture__faint" d="M24 22h44M24 34h30M66 34h30" />
      <path class="picture__strong" d="M24 54l10-8 10 8M27 53v10h14V53" />
      <rect class="picture__block" x="50" y="47" width="48" height="14" rx="2" />
    </svg>
  );
}
