using System.Collections.Immutable;
using System.IO.Enumeration;

namespace Bot.Corpus;

/// <summary>
/// A folder of documents, read file by file. A second scan reads only what changed since the first; a file that has
/// become unreadable keeps its last good document, with the problem named.
/// </summary>
/// <param name="ignored">Names of files that are no documents: the vocabularies, also in a copy of their folder.</param>
internal sealed class CorpusFolder(string folder, IReadOnlyCollection<string> ignored)
{
    private const string SidecarEnding = ".meta.yaml";

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
        var paths = Files();
        var documents = paths.Where(IsDocument).Select(WithoutExtension).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var files = paths.Where(path => !IsSidecar(path) || !documents.Contains(path[..^SidecarEnding.Length])).ToDictionary(path => Path.GetRelativePath(folder, path), Describe);
        var read = files.Where(file => !entries.TryGetValue(file.Key, out var known) || known.Stamp != file.Value)
            .AsParallel().Select(file => KeyValuePair.Create(file.Key, Read(file.Key, file.Value))).ToList();
        var gone = entries.Keys.Where(file => !files.ContainsKey(file)).ToList();
        var changed = gone.Count > 0 || read.Exists(file => !entries.TryGetValue(file.Key, out var known) || known.Document != file.Value.Document || known.Problem != file.Value.Problem);
        entries = entries.RemoveRange(gone).SetItems(read);
        return changed;
    }

    private Entry Read(string file, Stamp stamp)
    {
        var last = entries.GetValueOrDefault(file)?.Document;
        try
        {
            if (IsSidecar(file)) return new Entry(stamp, null, "describes a document that is not there");
            return new Entry(stamp, DocumentFile.Read(Path.Combine(folder, file)), null);
        }
        // A file that cannot be opened now may be open to us at the next scan, with nothing else changed.
        catch (DocumentException fault) when (fault.InnerException is IOException or UnauthorizedAccessException)
        {
            return Broken(default, fault.Message);
        }
        catch (DocumentException fault)
        {
            return Broken(stamp, fault.Message);
        }

        Entry Broken(Stamp at, string reason) => new(at, last, reason + (last is null ? "" : " (its last good version stays in use)"));
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

    private List<string> Files()
    {
        var all = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        // A link to a file is a file; a link to a folder can lead in circles.
        var paths = new FileSystemEnumerable<string>(folder, (ref entry) => entry.ToSpecifiedFullPath(), all)
        {
            ShouldIncludePredicate = (ref entry) => !entry.IsDirectory,
            ShouldRecursePredicate = (ref entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
        };
        return [.. paths.Where(path => !ignored.Contains(Path.GetFileName(path)))];
    }

    private static bool IsSidecar(string path) => path.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    private static bool IsDocument(string path) => DocumentFile.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static string WithoutExtension(string path) => path[..^Path.GetExtension(path).Length];

    /// <summary>Of a file that cannot even be looked at (a name that is no UTF-8), nothing: reading it will say why.</summary>
    private static Stamp Describe(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists) return default;
        var sidecar = new FileInfo(DocumentFile.SidecarOf(path));
        return sidecar.Exists
            ? new Stamp(file.Length, file.LastWriteTimeUtc, sidecar.Length, sidecar.LastWriteTimeUtc)
            : new Stamp(file.Length, file.LastWriteTimeUtc, 0, default);
    }
}
