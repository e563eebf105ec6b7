// Leaving must cover first, for the other page may be slow, and must not leave this page one step back.
function leave(event) {
  const link = event.target.closest('#exit, [data-replace]');
  if (!link) return;
  event.preventDefault();
  if (link.id === 'exit') {
    document.documentElement.hidden = true;
    document.title = '';
  }
  location.replace(link.href);
}
document.addEventListener('click', leave);
// A page kept in memory must not come back with what it covered.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
