/** What a page says when not even its words came: in every language, as nothing tells which. */
export function sayNoTexts(place: HTMLElement): void {
  place.setAttribute('role', 'alert');
  place.textContent =
    '页面没有完整载入,请重新打开。頁面沒有完整載入,請重新開啟。Countersign did not load completely: open it again.';
}
