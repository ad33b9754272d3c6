/** Links in mails carry their token behind the #, which browsers never send to a server or its logs. */
export function mailedToken(): string {
  return new URLSearchParams(window.location.hash.slice(1)).get('token') ?? '';
}
