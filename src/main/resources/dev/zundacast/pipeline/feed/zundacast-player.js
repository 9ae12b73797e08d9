(function (player) {
  var audio = player.querySelector('audio');
  var marks = Array.from(player.querySelectorAll('[data-t]'));
  var lines = marks.filter(function (mark) { return mark.tagName === 'SPAN'; });
  var chapters = marks.filter(function (mark) { return mark.tagName === 'A'; });
  var share = player.querySelector('.zc-share');
  var at = function (mark) { return Number(mark.dataset.t); };

  // The last mark that has begun.
  function begun(all) {
    return all.filter(function (mark) { return at(mark) <= audio.currentTime + 0.05; }).pop();
  }

  function show() {
    var heard = begun(lines);
    lines.forEach(function (line) { line.classList.toggle('zc-now', line === heard); });
    var chapter = begun(chapters);
    chapters.forEach(function (link) {
      if (link === chapter) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
  }

  function seek(seconds, play) {
    audio.currentTime = seconds;
    if (play) Promise.resolve(audio.play()).catch(function () {});
    show();
  }

  // #t=95 and #t=1:35 in the page's address.
  function follow() {
    var asked = /^#t=([\d.:]+)/.exec(location.hash);
    if (!asked) return;
    var seconds = asked[1].split(':').reduce(function (sum, part) { return sum * 60 + Number(part); }, 0);
    if (!isFinite(seconds)) return;
    seek(seconds, false);
    player.scrollIntoView();
  }

  player.classList.add('zc-script');
  player.addEventListener('click', function (event) {
    var mark = event.target.closest('[data-t]');
    var other = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!mark || other || String(getSelection())) return;
    event.preventDefault();
    history.replaceState(null, '', '#t=' + mark.dataset.t);
    seek(at(mark), true);
  });
  share.hidden = false;
  share.addEventListener('click', function () {
    history.replaceState(null, '', '#t=' + Math.floor(audio.currentTime));
    if (navigator.clipboard) navigator.clipboard.writeText(location.href).catch(function () {});
  });
  audio.addEventListener('timeupdate', show);
  audio.addEventListener('seeked', show);
  addEventListener('hashchange', follow);
  follow();
})(document.currentScript.parentNode);
