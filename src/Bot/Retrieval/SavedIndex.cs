using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Bot.Configuration;
using Bot.Corpus;
using Bot.Linguistics;

namespace Bot.Retrieval;

/// <summary>
/// The segments of an index in a file beside the database, so that a start need not read the corpus again: a key, the arrays
/// as they stand in memory, and a SHA-256 over both. A file of another program version or vocabulary is passed over.
/// </summary>
/// <param name="key">What the segments depend on besides the documents.</param>
internal sealed class SavedIndex(string path, byte[] key)
{
    private const int Sha256 = SHA256.HashSizeInBytes;

    public static SavedIndex Of(BotSettings settings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(SavedIndex).Module.ModuleVersionId.ToByteArray());
        hash.AppendData(File.ReadAllBytes(settings.Corpus.Lexicon));
        hash.AppendData(File.ReadAllBytes(settings.Corpus.Glossary));
        return new SavedIndex(settings.Storage.IndexFile, hash.GetHashAndReset());
    }

    /// <summary>The file's size in bytes; 0 where there is none.</summary>
    public long Size => File.Exists(path) ? new FileInfo(path).Length : 0;

    /// <summary>Takes the place of what was saved before, at once or not at all.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(IReadOnlyList<Segment> segments)
    {
        var made = path + ".new";
        using (var file = File.Create(made))
        {
            using var hash = SHA256.Create();
            using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            {
                hashed.Write(key);
                Write(hashed, [segments.Count]);
                foreach (var segment in segments) Write(hashed, segment);
            }
            file.Write(hash.Hash);
            file.Flush(flushToDisk: true);
        }
        File.Move(made, path, overwrite: true);
    }

    /// <summary>What was saved; a document in it that is not in <paramref name="corpus"/> as it was comes back without text.</summary>
    /// <returns>Empty where there is no file, or none of this version and vocabulary.</returns>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public IReadOnlyList<Segment> Load(CorpusSnapshot corpus)
    {
        if (!File.Exists(path)) return [];
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Sha256 || !SHA256.HashData(bytes.AsSpan(..^Sha256)).AsSpan().SequenceEqual(bytes.AsSpan(^Sha256..))) throw new InvalidDataException($"'{path}' is damaged");
        if (!bytes.AsSpan().StartsWith(key)) return [];
        var documents = corpus.Documents.ToDictionary(Describe);
        var reader = new Reader(bytes, key.Length);
        return [.. Enumerable.Range(0, reader.Read<int>()[0]).Select(_ => Read(reader, documents))];
    }

    private static void Write(Stream output, Segment segment)
    {
        Write<byte>(output, Encoding.UTF8.GetBytes(string.Join('\0', segment.Documents.Select(Describe))));
        Write<int>(output, segment.Starts);
        Write<ushort>(output, segment.Lengths);
        Write<byte>(output, segment.Terms.Bytes);
        Write<int>(output, segment.Terms.Starts);
        Write<int>(output, segment.PostingStarts);
        Write<byte>(output, segment.PostingBytes);
    }

    private static Segment Read(Reader reader, Dictionary<string, Document> documents) => new(
        [.. Encoding.UTF8.GetString(reader.Read<byte>()).Split('\0').Select(described => documents.GetValueOrDefault(described) ?? Gone(described))],
        reader.Read<int>(), reader.Read<ushort>(), new TermTable(reader.Read<byte>(), reader.Read<int>()), reader.Read<int>(), reader.Read<byte>());

    /// <summary>Equal for documents whose passages and terms are the same.</summary>
    private static string Describe(Document document) => $"{document.ContentHash} {document.Language.Code()} {document.Id}";

    private static Document Gone(string described) => new(described, "", Language.English, new DocumentMetadata(), "");

    /// <summary>An array with its length before it, in the byte order of every processor that .NET runs on.</summary>
    private static void Write<T>(Stream output, ReadOnlySpan<T> array)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, array.Length);
        output.Write(length);
        output.Write(MemoryMarshal.AsBytes(array));
    }

    private sealed class Reader(byte[] bytes, int at)
    {
        public T[] Read<T>()
            where T : unmanaged
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
            at += sizeof(int);
            var array = new T[length];
            var size = MemoryMarshal.AsBytes(array.AsSpan()).Length;
            bytes.AsSpan(at, size).CopyTo(MemoryMarshal.AsBytes(array.AsSpan()));
            at += size;
            return array;
        }
    }
}
