using System.Globalization;
using Bot.Configuration;
using Bot.Storage;
using Dapper;

namespace Bot.LanguageModels;

/// <summary>What the model may be used for in a day (UTC), by each person and by all together. Kept in the database: a restart gives nobody more.</summary>
internal sealed class TokenBudget(LimitsSettings limits, Database database, TimeProvider clock)
{
    /// <summary>In the rows of what all together used.</summary>
    private const string Everybody = "";

    private string Today => clock.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="person">Under the pseudonym; empty where nobody is known, who then counts with all only.</param>
    public bool IsSpent(string person)
    {
        if (limits is { TokensPerDay: 0, TokensPerPersonPerDay: 0 }) return false;
        using var connection = database.Open();
        var used = connection.Query<(string Person, long Tokens)>("SELECT person, tokens FROM model_use WHERE day = @Today AND person IN (@person, @Everybody)", new { Today, person, Everybody }).ToDictionary();
        return IsReached(limits.TokensPerDay, used.GetValueOrDefault(Everybody)) || (person.Length > 0 && IsReached(limits.TokensPerPersonPerDay, used.GetValueOrDefault(person)));
    }

    public void Spend(string person, int tokens) => database.InTransaction((connection, transaction) =>
    {
        connection.Execute("DELETE FROM model_use WHERE day < @Today", new { Today }, transaction);
        var who = person.Length == 0 ? new[] { Everybody } : [Everybody, person];
        return connection.Execute(
            "INSERT INTO model_use (day, person, tokens) VALUES (@Today, @one, @tokens) ON CONFLICT (day, person) DO UPDATE SET tokens = tokens + @tokens",
            who.Select(one => new { Today, one, tokens }), transaction);
    });

    private static bool IsReached(int limit, long used) => limit > 0 && used >= limit;
}
