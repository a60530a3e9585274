/** How large a text can stand so that all of it is on the screen: a class of hall-screen.css. */
export function sizeOf(text: string): 'short' | 'middling' | 'long' {
  if (text.length <= 160) return 'short'
  return text.length <= 420 ? 'middling' : 'long'
}
