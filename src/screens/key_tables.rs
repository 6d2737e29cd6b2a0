//! All layers of keys, gathered from the files of the screens, so that rules can be proved for every
//! key there is.

use super::keys::{Layer, everywhere};
use super::{
    dossier, erase, finder, folder_prompt, home, hour_clock, lock, meeting, overview, page,
    question, reader, settings,
};

/// Every layer of every screen.
pub fn all() -> impl Iterator<Item = &'static Layer> {
    let files: [&[&Layer]; 14] = [
        dossier::keys::LAYERS,
        erase::LAYERS,
        everywhere::LAYERS,
        finder::LAYERS,
        folder_prompt::LAYERS,
        home::LAYERS,
        hour_clock::LAYERS,
        lock::LAYERS,
        meeting::keys::LAYERS,
        overview::LAYERS,
        page::keys::LAYERS,
        question::LAYERS,
        reader::LAYERS,
        settings::LAYERS,
    ];
    files.into_iter().flatten().copied()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crossterm::event::KeyCode;

    use super::*;
    use crate::screens::keys::ctrl_letter;
    use crate::screens::keys::everywhere::GLOBAL;

    #[test]
    fn no_key_stands_twice_in_a_layer() {
        for layer in all() {
            let mut seen = HashSet::new();
            for chord in layer.bindings.iter().flat_map(|binding| binding.chords) {
                assert!(seen.insert(*chord), "{} {chord:?}", layer.name);
            }
        }
    }

    #[test]
    fn no_two_layers_have_the_same_name() {
        let mut seen = HashSet::new();
        assert!(all().all(|layer| seen.insert(layer.name)));
    }

    #[test]
    fn no_character_is_bound_where_it_is_typed() {
        for layer in all().filter(|layer| layer.types) {
            for chord in layer.bindings.iter().flat_map(|binding| binding.chords) {
                assert!(!chord.types(), "{} {chord:?}", layer.name);
            }
        }
        let everywhere = GLOBAL.bindings.iter().chain(meeting::keys::MEETING.bindings);
        for chord in everywhere.flat_map(|binding| binding.chords) {
            assert!(!chord.types(), "{chord:?}");
        }
    }

    #[test]
    fn no_action_needs_a_function_key() {
        let all = || all().flat_map(|layer| layer.bindings);
        for binding in all() {
            let other_way = all()
                .filter(|other| other.action == binding.action)
                .any(|other| other.chords.iter().any(|chord| !chord.is_function_key()));
            assert!(other_way, "{:?}", binding.action);
        }
    }

    #[test]
    fn nothing_is_bound_to_what_terminals_take() {
        for chord in all().flat_map(|layer| layer.bindings).flat_map(|it| it.chords) {
            assert!(!matches!(chord.code, KeyCode::F(10..)), "{chord:?}");
            assert!(*chord != ctrl_letter('c'), "Ctrl+C does not end the program");
        }
    }
}
