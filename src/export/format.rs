//! The formats of documents. One more is a variant here, and the file that writes it.

use strum::{EnumString, IntoStaticStr, VariantArray};

use super::page::Block;
use super::{markdown, plain};

/// How a document is written; the names are those of `--format`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum Format {
    #[default]
    #[strum(serialize = "md")]
    Markdown,
    /// 76 columns wide.
    #[strum(serialize = "txt")]
    Text,
}

impl Format {
    /// Its name for `--format`, which is also the ending of a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// A document in this format.
    pub(super) fn write(self, blocks: &[Block]) -> Vec<u8> {
        match self {
            Self::Markdown => of_blocks(blocks, markdown::block).into_bytes(),
            Self::Text => of_blocks(blocks, plain::block).into_bytes(),
        }
    }
}

/// Blocks as a text, with an empty line between them; it ends in a line end.
pub(super) fn of_blocks(blocks: &[Block], write: impl Fn(&Block) -> String) -> String {
    let written: Vec<String> = blocks.iter().map(write).collect();
    let mut page = written.join("\n\n");
    page.push('\n');
    page
}
