/** What a page says when a part of it could not be fetched: in every language, as its words may be what is missing. */
export function sayIncomplete(place: HTMLElement): void {
  place.setAttribute('role', 'alert');
  place.textContent =
    '页面没有完整载入,请重新打开。頁面沒有完整載入,請重新開啟。Countersign did not load completely: open it again.';
}
