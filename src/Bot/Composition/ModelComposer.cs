using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Attribution;
using Bot.Conversations;
using Bot.Corpus;
using Bot.LanguageModels;
using Bot.Linguistics;
using Bot.Retrieval;

namespace Bot.Composition;

/// <summary>Has a language model compose an answer of passages, in the asker's language. What it writes is a draft: the checker decides what of it is shown.</summary>
internal sealed class ModelComposer(ModelCalls calls, Prompts prompts, TextAnalyzer analyzer)
{
    private static readonly JsonElement Schema = JsonDocument.Parse("""
        {"type":"object","additionalProperties":false,"required":["status","statements"],"properties":{
          "status":{"type":"string","enum":["answered","notInSources"]},
          "statements":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","speaker","citations"],"properties":{
            "text":{"type":"string"},
            "speaker":{"type":["string","null"]},
            "citations":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["passage","quote"],"properties":{
              "passage":{"type":"string"},"quote":{"type":"string"}}}}}}}}}
        """).RootElement;

    private static readonly JsonSerializerOptions OnOneLine = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where the endpoint does not tell its tokens; few, since Cyrillic takes more of them.</summary>
    private const int CharactersPerToken = 3;

    /// <summary>So many characters behind the end of a draft are waited for: a closing fence, and the number of tokens.</summary>
    private const int LongestTail = 200;

    /// <summary>The prompt in use.</summary>
    public PromptFile Prompt => prompts.Answer;

    /// <summary>Tells each statement as soon as it is written.</summary>
    /// <param name="faults">What was wrong with an earlier draft, which this one is to repair; empty for the first.</param>
    /// <returns>Whether the model finds an answer in the passages, and the tokens it took.</returns>
    /// <exception cref="ModelException">The model cannot be had, or wrote no draft.</exception>
    public async Task<(bool IsAnswered, int Tokens)> ComposeAsync(Question question, IReadOnlyList<Passage> passages, IReadOnlyList<string> faults, Action<DraftStatement> onStatement, CancellationToken stop)
    {
        var (reader, written, behind) = (new DraftReader(), 0, 0);
        var variables = new Dictionary<string, string>
        {
            ["question"] = question.Text,
            ["language"] = question.Language.ToString(),
            ["passages"] = string.Join('\n', passages.Select((passage, index) => AsData(passage, index))),
            ["faults"] = string.Join('\n', faults.Select(fault => "- " + fault)),
        };
        var tokens = await calls.WriteAsync(prompts.Answer, variables, Schema, Take, stop);
        if (reader.IsBroken || reader.Status is not ("answered" or "notInSources")) throw calls.Failed(new ModelException(ModelFault.Garbled, "the model wrote no draft that can be read"));
        return (reader.Status == "answered", tokens > 0 ? tokens : (variables.Values.Sum(variable => variable.Length) + written) / CharactersPerToken);

        // Some go on after the end, and would without end.
        bool Take(string piece)
        {
            written += piece.Length;
            behind += reader.IsComplete ? piece.Length : 0;
            foreach (var written in reader.Read(piece)) onStatement(Draft(written, passages));
            return behind <= LongestTail;
        }
    }

    /// <summary>A passage on a line of its own: nothing in a JSON string can end it.</summary>
    private static string AsData(Passage passage, int index) => JsonSerializer.Serialize(
        new { id = IdOf(index), title = passage.Document.Title, published = passage.Document.Metadata.Published, text = passage.Text }, OnOneLine);

    private static string IdOf(int index) => $"p{index + 1}";

    /// <summary>"p1", and the "1" and "P1" that some make of it.</summary>
    private static bool IsId(string id, int index) => id.Trim().TrimStart('p', 'P') == IdOf(index)[1..];

    private DraftStatement Draft(WrittenStatement written, IReadOnlyList<Passage> passages) => new(
        written.Text.Trim(),
        [.. written.Citations.Select(citation => Cite(citation.Passage, citation.Quote, passages)).Distinct()],
        written.Speaker is { } speaker && speaker.Trim().Length > 0 ? SpeakerNames.Of(speaker, analyzer) : null);

    /// <summary>The sentences that hold the quotation, where the passage was given and holds it; else what the model made up, which the checker refuses.</summary>
    private static Citation Cite(string id, string quote, IReadOnlyList<Passage> passages)
    {
        if (passages.Index().FirstOrDefault(pair => IsId(id, pair.Index)).Item is not { } passage) return new Citation(id, "", -1, -1, quote);
        var document = passage.Document;
        if (Verbatim.Find(quote, document.Text, passage.Span) is not { } found) return new Citation(document.Id, document.ContentHash, -1, -1, quote);
        var sentences = document.SentencesIn(found).ToList();
        var span = new TextSpan(sentences[0].Span.Start, sentences[^1].Span.End);
        return new Citation(document.Id, document.ContentHash, span.Start, span.End, span.In(document.Text));
    }
}
