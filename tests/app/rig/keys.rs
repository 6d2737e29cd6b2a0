//! Keys written as text: `<enter>Wandelen lukt.<pgdn><c-z>`; `<lt>` is the sign itself.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// The keys of a text.
pub(crate) fn keys(text: &str) -> Vec<KeyEvent> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((name, after)) = rest.strip_prefix('<').and_then(|it| it.split_once('>')) {
            keys.push(named(name));
            rest = after;
        } else {
            keys.push(KeyCode::Char(first).into());
            rest = &rest[first.len_utf8()..];
        }
    }
    keys
}

fn named(name: &str) -> KeyEvent {
    if let Some(plain) = name.strip_prefix("c-") {
        return KeyEvent::new(code(plain), KeyModifiers::CONTROL);
    }
    match name {
        "s-tab" => KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT),
        _ => code(name).into(),
    }
}

fn code(name: &str) -> KeyCode {
    match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "pgup" => KeyCode::PageUp,
        "pgdn" => KeyCode::PageDown,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "bs" => KeyCode::Backspace,
        "del" => KeyCode::Delete,
        "space" => KeyCode::Char(' '),
        "lt" => KeyCode::Char('<'),
        _ => function_key(name)
            .or_else(|| single(name))
            .unwrap_or_else(|| panic!("no key is called <{name}>")),
    }
}

fn function_key(name: &str) -> Option<KeyCode> {
    name.strip_prefix('f')?.parse().ok().map(KeyCode::F)
}

fn single(name: &str) -> Option<KeyCode> {
    let mut letters = name.chars();
    let letter = letters.next()?;
    letters.next().is_none().then_some(KeyCode::Char(letter))
}

#[test]
fn keys_are_read_as_they_are_written() {
    let read: Vec<KeyCode> = keys("<enter>a <f9><lt>").into_iter().map(|key| key.code).collect();
    let expected =
        [KeyCode::Enter, KeyCode::Char('a'), KeyCode::Char(' '), KeyCode::F(9), KeyCode::Char('<')];
    assert_eq!(read, expected);
    assert_eq!(keys("<c-z>"), [KeyEvent::new(KeyCode::Char('z'), KeyModifiers::CONTROL)]);
}
