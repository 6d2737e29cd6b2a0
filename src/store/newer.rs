//! Reading files of newer versions of kring: unknown fields are ignored. The result may be shown,
//! but never written.
//!
//! All types deny unknown fields. [`decode_newer`] wraps the deserializer so that, for every struct
//! at any depth, fields that the struct does not have are skipped before its visitor sees them.

use std::marker::PhantomData;
use std::path::Path;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, IgnoredAny,
    IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor,
};

use super::document::{BrokenFile, Document, Fault, Read, decode_with, read_as};
use super::document::{as_text, version_of};
use super::files::Files;
use super::folder::GroupFolder;
use super::journal;
use super::migration::{Migrations, VERSION};
use crate::domain::group::Group;

/// Decodes a file, also of a newer version if ignoring unknown fields is enough.
///
/// # Errors
/// Those of [`decode_with`]. For a newer file that cannot be decoded that is always
/// [`Fault::Newer`].
pub fn decode_newer<T: DeserializeOwned>(
    path: &Path,
    bytes: &[u8],
    migrations: Migrations,
) -> Result<Read<T>, BrokenFile> {
    match decode_with(path, bytes, migrations) {
        Err(broken) if matches!(broken.fault, Fault::Newer(_)) => {
            let text = as_text(path, bytes)?;
            let value = decode_leniently(text).ok_or_else(|| broken.clone())?;
            let Fault::Newer(version) = broken.fault else { return Err(broken) };
            Ok(read_as(path, bytes, value, version))
        }
        read => read,
    }
}

/// The files of a newer version beside `group.ron`, judged by their version alone. It is called
/// before the lock is taken, because a group with such files is not locked.
#[must_use]
pub fn beside(files: &dyn Files, folder: &GroupFolder, group: &Group) -> Vec<BrokenFile> {
    let running = group.unfinished().map(|held| Document::Meeting(held.id));
    let documents = [Document::Undo, Document::Log].into_iter().chain(running);
    let documents =
        documents.map(|document| (folder.document(document), version_of as VersionReader));
    let journals = folder.journals(files).into_iter();
    let journals =
        journals.map(|number| (folder.journal(number), journal::version as VersionReader));
    documents
        .chain(journals)
        .filter_map(|(path, version)| {
            let version = version(&files.read(&path).ok()?)?;
            (version > VERSION).then(|| BrokenFile::whole(&path, Fault::Newer(version)))
        })
        .collect()
}

type VersionReader = fn(&[u8]) -> Option<u32>;

fn decode_leniently<T: DeserializeOwned>(text: &str) -> Option<T> {
    ron::Options::default().from_str_seed(text, Lenient(PhantomData::<T>)).ok()
}

/// Wraps a seed or a deserializer part, so that all structs read through it skip unknown fields.
struct Lenient<T>(T);

impl<'de, T: DeserializeSeed<'de>> DeserializeSeed<'de> for Lenient<T> {
    type Value = T::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T::Value, D::Error> {
        self.0.deserialize(Lenient(deserializer))
    }
}

/// Wraps a visitor or a map access. `known` are the field names when the value is a struct.
struct LenientReader<V> {
    inner: V,
    known: Option<&'static [&'static str]>,
}

impl<V> LenientReader<V> {
    fn new(inner: V) -> Self {
        Self { inner, known: None }
    }

    fn with_fields(inner: V, fields: &'static [&'static str]) -> Self {
        Self { inner, known: Some(fields) }
    }
}

macro_rules! deserialize_through {
    ($($method:ident($($argument:ident: $kind:ty),*);)*) => {
        $(
            fn $method<V: Visitor<'de>>(
                self,
                $($argument: $kind,)*
                visitor: V,
            ) -> Result<V::Value, D::Error> {
                self.0.$method($($argument,)* LenientReader::new(visitor))
            }
        )*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Lenient<D> {
    type Error = D::Error;

    deserialize_through! {
        deserialize_any();
        deserialize_bool();
        deserialize_i8();
        deserialize_i16();
        deserialize_i32();
        deserialize_i64();
        deserialize_u8();
        deserialize_u16();
        deserialize_u32();
        deserialize_u64();
        deserialize_f32();
        deserialize_f64();
        deserialize_char();
        deserialize_str();
        deserialize_string();
        deserialize_bytes();
        deserialize_byte_buf();
        deserialize_option();
        deserialize_unit();
        deserialize_unit_struct(name: &'static str);
        deserialize_newtype_struct(name: &'static str);
        deserialize_seq();
        deserialize_tuple(length: usize);
        deserialize_tuple_struct(name: &'static str, length: usize);
        deserialize_map();
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
        deserialize_identifier();
        deserialize_ignored_any();
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_struct(name, fields, LenientReader::with_fields(visitor, fields))
    }

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }
}

macro_rules! visit_plain {
    ($($method:ident($($value:ident: $kind:ty)?);)*) => {
        $(
            fn $method<E: serde::de::Error>(self, $($value: $kind)?) -> Result<V::Value, E> {
                self.inner.$method($($value)?)
            }
        )*
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for LenientReader<V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Expected::fmt(&self.inner, f)
    }

    visit_plain! {
        visit_bool(value: bool);
        visit_i8(value: i8);
        visit_i16(value: i16);
        visit_i32(value: i32);
        visit_i64(value: i64);
        visit_u8(value: u8);
        visit_u16(value: u16);
        visit_u32(value: u32);
        visit_u64(value: u64);
        visit_f32(value: f32);
        visit_f64(value: f64);
        visit_char(value: char);
        visit_str(value: &str);
        visit_borrowed_str(value: &'de str);
        visit_string(value: String);
        visit_bytes(value: &[u8]);
        visit_borrowed_bytes(value: &'de [u8]);
        visit_byte_buf(value: Vec<u8>);
        visit_none();
        visit_unit();
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Lenient(deserializer))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Lenient(inner))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Lenient(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, fields: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(LenientReader { inner: fields, known: self.known })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, choice: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(Lenient(choice))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Lenient<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Lenient(seed))
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for LenientReader<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        let Some(known) = self.known else {
            return self.inner.next_key_seed(Lenient(seed));
        };
        while let Some(field) = self.inner.next_key::<String>()? {
            if known.contains(&field.as_str()) {
                return seed.deserialize(field.into_deserializer()).map(Some);
            }
            self.inner.next_value::<IgnoredAny>()?;
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(Lenient(seed))
    }
}

impl<'de, A: EnumAccess<'de>> EnumAccess<'de> for Lenient<A> {
    type Error = A::Error;
    type Variant = Lenient<A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (choice, rest) = self.0.variant_seed(seed)?;
        Ok((choice, Lenient(rest)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Lenient<A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.newtype_variant_seed(Lenient(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(length, LenientReader::new(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, LenientReader::with_fields(visitor, fields))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Whole {
        kring: u32,
        parts: Vec<Part>,
        kept: Option<Kept>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    enum Part {
        One,
        Two(String, Inner),
        Three { inner: Inner },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        name: String,
        #[serde(default)]
        more: u8,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Kept(Inner);

    fn read(text: &str) -> Result<Read<Whole>, BrokenFile> {
        decode_newer(Path::new("whole.ron"), text.as_bytes(), Migrations::default())
    }

    #[test]
    fn unknown_fields_are_ignored_at_any_depth() {
        let text = r##"Whole(kring: 2, colours: [Red, "a)\"b", Some((x: 1))], parts: [One,
            Two("t", Inner(shade: Dark(deep: true, of: r#"raw ")"#), name: "n")),
            Three(new: {"a": 1, "b": ('c', 2.5)}, inner: Inner(name: "m", more: 3, last: ()))],
            /* a ( comment */ kept: Some(Kept(Inner(name: "k", extra: Other((), [1, 2]))))) // end"##;
        let inner = |name: &str, more| Inner { name: name.to_owned(), more };
        let parts = vec![
            Part::One,
            Part::Two("t".to_owned(), inner("n", 0)),
            Part::Three { inner: inner("m", 3) },
        ];
        let expected = Whole { kring: 2, parts, kept: Some(Kept(inner("k", 0))) };
        let read = read(text).unwrap();
        assert_eq!((read.value, read.version), (expected, 2));
    }

    #[test]
    fn what_cannot_be_decoded_is_newer() {
        for text in [
            "Whole(kring: 2, parts: [Four], kept: None)",
            "Whole(kring: 2, parts: 4, kept: None)",
            "Whole(kring: 2, parts: [], parts: [], kept: None)",
            "Whole(kring: 3, kept: None)",
        ] {
            assert!(matches!(read(text).unwrap_err().fault, Fault::Newer(2 | 3)), "{text}");
        }
    }

    #[test]
    fn a_file_of_this_kring_is_read_strictly() {
        let fault = read("Whole(kring: 1, colours: [], parts: [], kept: None)").unwrap_err().fault;
        assert!(matches!(fault, Fault::Syntax(_)));
    }
}
