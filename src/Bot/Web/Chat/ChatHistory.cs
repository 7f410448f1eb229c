using Bot.Citations;
using Bot.Conversations;
using Bot.Operations;
using Bot.Privacy;
using Bot.Storage;
using Dapper;

namespace Bot.Web.Chat;

/// <summary>What was asked on the page and answered, kept until its time is over (<see cref="Retention"/>). Every method throws SqliteException where the file cannot be used.</summary>
internal sealed class ChatHistory(Database database, Conditions conditions, TimeProvider clock)
{
    private const int MostShown = 50;
    private const string Columns = "turn_id AS Id, answer AS Answer, answered_with AS AnsweredWith, vote AS Vote";

    /// <summary>The newest turns, or the newest before one, oldest first; and whether there are earlier ones.</summary>
    public (IReadOnlyList<ChatTurn> Turns, bool HasEarlier) Read(string conversation, long before = long.MaxValue)
    {
        using var connection = database.Open();
        var rows = connection.Query<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND turn_id < @before ORDER BY turn_id DESC LIMIT @most", new { conversation, before, most = MostShown + 1 }).ToList();
        return ([.. rows.Take(MostShown).Reverse().Select(row => row.ToShow()).OfType<ChatTurn>()], rows.Count > MostShown);
    }

    /// <summary>The turn of a request that came before.</summary>
    public ChatTurn? Find(string conversation, string requestId)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND request_id = @requestId", new { conversation, requestId })?.ToShow();
    }

    /// <summary>What a new question may lean on, oldest first.</summary>
    public IReadOnlyList<Turn> Recent(string conversation)
    {
        using var connection = database.Open();
        var since = (clock.GetUtcNow() - Retention.Conversation).ToUnixTimeMilliseconds();
        var rows = connection.Query<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND asked_at >= @since ORDER BY turn_id DESC LIMIT @most", new { conversation, since, most = Turn.MostRemembered });
        return [.. rows.Reverse().Select(row => row.ToRemember()).OfType<Turn>()];
    }

    /// <summary>Adds a turn, or puts it in the place of the one that the same request led to.</summary>
    public ChatTurn Add(string conversation, string requestId, CheckedAnswer answer, IReadOnlyList<string> answeredWith)
    {
        var row = new { conversation, requestId, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), answer = answer.ToJson(), named = string.Join(' ', answeredWith) };
        var (id, vote) = database.InTransaction((connection, transaction) => connection.QuerySingle<(long, long)>(
            """
            INSERT INTO page_turns (conversation, request_id, asked_at, answer, answered_with) VALUES (@conversation, @requestId, @now, @answer, @named)
            ON CONFLICT (conversation, request_id) DO UPDATE SET answer = @answer, answered_with = @named
            RETURNING turn_id, vote
            """,
            row, transaction));
        conditions.Done(Retention.PageConversations);
        return new ChatTurn(id, answer, (int)vote);
    }

    /// <param name="vote">1 or -1.</param>
    /// <returns>Whether there is such a turn in this conversation.</returns>
    public bool Vote(string conversation, long turn, int vote) => database.InTransaction((connection, transaction) =>
        connection.Execute("UPDATE page_turns SET vote = @vote WHERE conversation = @conversation AND turn_id = @turn", new { conversation, turn, vote }, transaction)) > 0;

    public void Forget(string conversation)
    {
        database.InTransaction((connection, transaction) => connection.Execute("DELETE FROM page_turns WHERE conversation = @conversation", new { conversation }, transaction));
        database.EmptyJournal();
    }

    private sealed class Row
    {
        public long Id { get; init; }
        public string Answer { get; init; } = "";
        public string AnsweredWith { get; init; } = "";
        public long Vote { get; init; }

        /// <summary>Null where the row is damaged: the others are shown all the same.</summary>
        public ChatTurn? ToShow() => CheckedAnswer.TryFromJson(Answer) is { } answer ? new ChatTurn(Id, answer, (int)Vote) : null;

        public Turn? ToRemember() => CheckedAnswer.TryFromJson(Answer) is { } answer ? new Turn(answer.Question, answer.Language, AnsweredWith.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
    }
}
