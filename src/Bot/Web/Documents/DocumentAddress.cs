using Bot.Corpus;

namespace Bot.Web.Documents;

/// <summary>Addresses of a document's page. Ids are any text, so they stand in the query, not in the path.</summary>
internal static class DocumentAddress
{
    /// <summary>What the page scrolls to.</summary>
    public const string CitedAnchor = "cited";

    public static string Of(string document, int from = 0) => $"/document?id={Uri.EscapeDataString(document)}" + (from == 0 ? "" : $"&from={from}");

    /// <summary>With the cited words marked, as long as the text is the one that was cited.</summary>
    public static string Of(Citation citation) => $"{Of(citation.Document)}&start={citation.Start}&end={citation.End}&hash={citation.ContentHash}#{CitedAnchor}";
}
