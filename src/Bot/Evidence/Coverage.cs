using Bot.Attribution;
using Bot.Corpus;
using Bot.Retrieval;

namespace Bot.Evidence;

/// <summary>How much of a question's weight the sentences of one document cover.</summary>
internal sealed class Coverage
{
    /// <summary>Lighter words (do, may, please) say nothing about what is asked.</summary>
    public const double LightestPredicate = 0.3;

    private readonly TermInDocument[] terms;

    public Coverage(Query query, IReadOnlyList<ReadSentence> document, DocumentTerms held, Lexicon lexicon)
    {
        Document = document;
        terms = [.. query.Terms.Select(term => new TermInDocument(term, query, document, held, lexicon))];
        LacksName = terms.Any(term => term.Asked.MustBeCovered && !term.IsMentioned);
    }

    public IReadOnlyList<ReadSentence> Document { get; }

    /// <summary>A name or number that was asked about stands nowhere in the document.</summary>
    public bool LacksName { get; }

    public Covered Of(ReadSentence sentence)
    {
        var shares = Array.ConvertAll(terms, term => term.ShareIn(sentence));
        return new Covered(Share(shares, _ => true), Share(shares, term => !term.MustBeCovered && term.Weight >= LightestPredicate), shares);
    }

    /// <param name="All">The covered share of the query's weight, in [0, 1].</param>
    /// <param name="Predicate">The covered share of what is no name, number or date: of what is asked about those.</param>
    /// <param name="Shares">Of each term of the query.</param>
    public readonly record struct Covered(double All, double Predicate, double[] Shares)
    {
        /// <summary>Whether the sentence or its paragraph holds the term.</summary>
        public bool Holds(int term) => Shares[term] >= TermInDocument.InParagraph;
    }

    private double Share(double[] shares, Func<QueryTerm, bool> counts)
    {
        var (weight, sum) = (0.0, 0.0);
        for (var at = 0; at < terms.Length; at++)
        {
            var term = terms[at].Asked;
            if (!counts(term)) continue;
            weight += term.Weight;
            sum += term.Weight * shares[at];
        }
        return weight == 0 ? 1 : sum / weight;
    }
}
