//! What a group and a meeting look like from outside, in words: read by the screens, the shell and
//! the exports. Nothing here changes a dossier.

pub mod agreement;
pub mod answer;
pub mod appendix;
pub mod attention;
pub mod form;
pub mod group_view;
pub mod logbook;
pub mod loss;
pub mod meeting_view;
pub mod summary;
pub mod text;
