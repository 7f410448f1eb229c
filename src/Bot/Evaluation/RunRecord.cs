using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Answering;
using Bot.Configuration;

namespace Bot.Evaluation;

/// <summary>
/// Stands beside an `--out` file as `&lt;file&gt;.run.json`: which cases held, and SHA-256 hashes of what the answers were made
/// with, so that two runs can be told apart and compared.
/// </summary>
internal sealed record RunRecord(string Code, string Corpus, string Prompts, string Settings, IReadOnlyList<string> Passed)
{
    public static string FileOf(string output) => output + ".run.json";

    public static RunRecord Of(IReadOnlyList<CaseResult> results, BotSettings settings, Library library) => new(
        Hash([File.ReadAllBytes(typeof(RunRecord).Assembly.Location)]),
        Hash([.. library.Index.Current.Corpus.Documents.Select(document => Encoding.UTF8.GetBytes($"{document.Id}\n{document.ContentHash}\n{document.Metadata}\n")), File.ReadAllBytes(settings.Corpus.Lexicon), File.ReadAllBytes(settings.Corpus.Glossary)]),
        Hash(Directory.EnumerateFiles(settings.Prompts.Folder, "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)),
        // Secrets change no answer, and a hash of one can be guessed at.
        Hash([Encoding.UTF8.GetBytes($"{settings.Corpus}\n{settings.Prompts}\n{settings.Model.Endpoint} {settings.Model.Name}")]),
        [.. results.Where(result => result.Passed).Select(result => result.Case.Id)]);

    public string ToLine() => JsonSerializer.Serialize(this, RunRecordContext.Default.RunRecord);

    /// <exception cref="SettingsException">The file is not there, or is none of these.</exception>
    public static RunRecord Load(string output)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(FileOf(output)), RunRecordContext.Default.RunRecord)!;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingsException($"'{FileOf(output)}' cannot be read: {fault.Message} `eval answers --out` writes it", fault);
        }
    }

    private static string Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts) hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RunRecord))]
internal sealed partial class RunRecordContext : JsonSerializerContext;
