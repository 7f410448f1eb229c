using Bot.Corpus;
using Bot.Retrieval;
using Bot.Tests.Support;

namespace Bot.Tests.Retrieval;

public class PassageIndexTests
{
    private static readonly string[] Words = "Kyiv talks bridge grain harvest Odesa prisoners exchange drone school hospital winter energy summit Macron troops ceasefire Kharkiv water railway".Split(' ');

    private static readonly (string, double)[] Query = [.. Repository.Library.Analyzer.Analyze("talks on a prisoner exchange in Odesa in winter", Bot.Linguistics.Language.English).SelectMany(unit => unit.IndexTerms).Select(term => (term, 1.0))];

    private readonly Random random = new(7);

    private Document Report(int number) =>
        Some.Document(string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => $"The {string.Join(' ', Enumerable.Range(0, 6).Select(_ => Words[random.Next(Words.Length)]))}.")), $"d{number}");

    private static List<(string Document, int Number, double Score)> Rank(PassageIndex index, int top) =>
        [.. index.Rank(Query, top).Select(ranked => (ranked.Passage.Document.Id, ranked.Passage.Number, Math.Round(ranked.Score, 4))).OrderByDescending(ranked => ranked.Item3).ThenBy(ranked => ranked.Id, StringComparer.Ordinal).ThenBy(ranked => ranked.Number)];

    private static List<string> TermsOf(Passage passage) =>
        [.. passage.Sentences.SelectMany(Repository.Library.Analyzer.Analyze).Concat(Repository.Library.Analyzer.Analyze(passage.Document.Title, passage.Document.Language)).SelectMany(unit => unit.IndexTerms)];

    [Fact]
    public void A_passage_is_found_by_the_title_of_its_document()
    {
        var song = Some.Document(string.Concat(Enumerable.Repeat("It was written in a day and sung for years. ", 20)), title: "Orlenko's hymn");

        Assert.Equal(Passage.AllOf(song), Some.Index(song, Some.Document("The bridge was opened.", "d2")).Rank([("orlenk", 1)], 10).Select(ranked => ranked.Passage));
    }

    [Fact]
    public void Passages_are_ranked_by_BM25()
    {
        Document[] documents = [.. Enumerable.Range(0, 30).Select(Report)];
        var passages = documents.SelectMany(Passage.AllOf).Select(passage => (passage, terms: TermsOf(passage))).ToList();
        var average = passages.Average(pair => pair.terms.Count);

        var expected = passages
            .Select(pair => (pair.passage.Document.Id, pair.passage.Number, Score: Math.Round(Query.Sum(term => Bm25(term.Item1, pair.terms)), 4)))
            .Where(ranked => ranked.Score > 0).ToDictionary(ranked => (ranked.Id, ranked.Number), ranked => ranked.Score);

        var ranked = Rank(Some.Index(documents), 1000);
        Assert.Equal(expected.Keys.Order(), ranked.Select(found => (found.Document, found.Number)).Order());
        Assert.All(ranked, found => Assert.Equal(expected[(found.Document, found.Number)], found.Score, 0.001));

        double Bm25(string term, List<string> terms)
        {
            var holding = passages.Count(pair => pair.terms.Contains(term));
            var frequency = terms.Count(other => other == term);
            return Math.Log(1 + (passages.Count - holding + 0.5) / (holding + 0.5)) * frequency * (RankingParameters.K1 + 1)
                / (frequency + RankingParameters.K1 * (1 - RankingParameters.B + RankingParameters.B * terms.Count / average));
        }
    }

    [Fact]
    public void The_best_few_are_the_first_of_all()
    {
        var index = Some.Index([.. Enumerable.Range(0, 50).Select(Report)]);

        var all = index.Rank(Query, 1000);

        foreach (var top in new[] { 1, 2, 7, 20 }) Assert.Equal(all.Take(top), index.Rank(Query, top));
    }

    [Fact]
    public void A_corpus_that_changed_step_by_step_is_ranked_as_one_read_at_once()
    {
        var indexer = new Indexer(Repository.Library.Analyzer);
        var corpus = Enumerable.Range(0, 20).Select(Report).ToList();
        var index = indexer.Index(new CorpusSnapshot([.. corpus], []));
        for (var step = 0; step < 40; step++)
        {
            var at = random.Next(corpus.Count);
            switch (step % 3)
            {
                case 0: corpus.Add(Report(100 + step)); break;
                case 1: corpus[at] = Some.Document(Report(0).Text, corpus[at].Id); break;
                default: corpus.RemoveAt(at); break;
            }

            index = indexer.Index(new CorpusSnapshot([.. corpus], []), index.Segments);

            Assert.Equal(Rank(Some.Index([.. corpus]), 1000), Rank(index, 1000));
        }
        Assert.InRange(index.Segments.Count, 2, 8);
    }

    [Fact]
    public void A_document_of_any_length_is_found_to_its_last_sentence()
    {
        var text = string.Concat(Enumerable.Repeat("The talks went on. ", 200_000)) + "The bridge at Odesa was opened.";

        var best = Some.Index(Some.Document(text)).Rank([("~bridg", 1), ("@odesa", 1)], 1)[0].Passage;

        Assert.Equal("The bridge at Odesa was opened.", best.Sentences.Last().Text);
    }
}
