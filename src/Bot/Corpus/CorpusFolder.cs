using System.Collections.Immutable;

namespace Bot.Corpus;

/// <summary>
/// A folder of documents, read file by file. A second scan reads only what changed since the first; a file that has
/// become unreadable keeps its last good document, with the problem named.
/// </summary>
internal sealed class CorpusFolder(string folder, IReadOnlyCollection<string> ignored)
{
    private ImmutableSortedDictionary<string, Entry> entries = ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal);

    /// <summary>A file as it was when read. Equal stamps mean the same bytes.</summary>
    private sealed record Entry(Stamp Stamp, Document? Document, string? Problem);

    private readonly record struct Stamp(long Length, DateTime Written, long SidecarLength, DateTime SidecarWritten);

    public CorpusSnapshot Load()
    {
        Scan();
        return Snapshot();
    }

    /// <summary>Reads what changed; null if nothing did.</summary>
    public CorpusSnapshot? Reload() => Scan() ? Snapshot() : null;

    private bool Scan()
    {
        var files = Files().ToDictionary(path => Path.GetRelativePath(folder, path), Describe);
        var changed = files.Where(file => !entries.TryGetValue(file.Key, out var known) || known.Stamp != file.Value).ToList();
        var gone = entries.Keys.Where(file => !files.ContainsKey(file)).ToList();
        var read = changed.AsParallel().Select(file => KeyValuePair.Create(file.Key, Read(file.Key, file.Value))).ToList();
        entries = entries.RemoveRange(gone).SetItems(read);
        return read.Count + gone.Count > 0;
    }

    private Entry Read(string file, Stamp stamp)
    {
        try
        {
            if (OrphanSidecar(file)) return new Entry(stamp, null, "describes a document that is not there");
            if (!DocumentFile.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                return new Entry(stamp, null, $"is not one of {string.Join(", ", DocumentFile.Extensions)}");
            return new Entry(stamp, DocumentFile.Read(Path.Combine(folder, file)), null);
        }
        catch (DocumentException fault)
        {
            var last = entries.GetValueOrDefault(file)?.Document;
            return new Entry(stamp, last, fault.Message + (last is null ? "" : " (its last good version stays in use)"));
        }
    }

    private CorpusSnapshot Snapshot()
    {
        var documents = new Dictionary<string, (Document Document, string File)>();
        var problems = new List<CorpusProblem>();
        foreach (var (file, entry) in entries)
        {
            if (entry.Problem is { } problem) problems.Add(new CorpusProblem(file, problem));
            if (entry.Document is not { } document) continue;
            if (!documents.TryAdd(document.Id, (document, file)))
                problems.Add(new CorpusProblem(file, $"has the id '{document.Id}', which {documents[document.Id].File} has already; give it another"));
        }
        return new CorpusSnapshot([.. documents.Values.Select(pair => pair.Document)], problems);
    }

    private IEnumerable<string> Files() =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => !Path.GetFileName(path).StartsWith('.') && !ignored.Contains(Path.GetFullPath(path)))
            .Where(path => !path.EndsWith(".meta.yaml", StringComparison.OrdinalIgnoreCase) || OrphanSidecar(Path.GetRelativePath(folder, path)));

    private bool OrphanSidecar(string file) =>
        file.EndsWith(".meta.yaml", StringComparison.OrdinalIgnoreCase)
        && !DocumentFile.Extensions.Any(extension => File.Exists(Path.Combine(folder, file[..^".meta.yaml".Length] + extension)));

    private static Stamp Describe(string path)
    {
        var file = new FileInfo(path);
        var sidecar = new FileInfo(DocumentFile.SidecarOf(path));
        return sidecar.Exists
            ? new Stamp(file.Length, file.LastWriteTimeUtc, sidecar.Length, sidecar.LastWriteTimeUtc)
            : new Stamp(file.Length, file.LastWriteTimeUtc, 0, default);
    }
}
