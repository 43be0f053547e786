//! The file format: good files, bad files, the schema, the examples of FORMAT.md, and the laws of export and import.

mod acts;
mod devices;
mod files;
mod hand;
mod laws;
mod parts;
mod schema;
mod story;
mod syntax;
