using Bot.Citations;
using Bot.Conversations;
using Bot.Delivery;
using Bot.Privacy;
using Bot.Storage;
using Dapper;

namespace Bot.Web.Chat;

/// <summary>What was asked on the page and answered, kept until its time is over (<see cref="Retention"/>).</summary>
internal sealed class ChatHistory(Database database, TimeProvider clock)
{
    public const int MostShown = 50;

    private const int MostTurns = 5;
    private const string Columns = "turn_id AS Id, answer AS Answer, answered_with AS AnsweredWith, vote AS Vote";

    /// <summary>The newest turns, or the newest before one, oldest first; and whether there are earlier ones.</summary>
    public (IReadOnlyList<ChatTurn> Turns, bool HasEarlier) Read(string conversation, long before = long.MaxValue)
    {
        using var connection = database.Open();
        var rows = connection.Query<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND turn_id < @before ORDER BY turn_id DESC LIMIT @most", new { conversation, before, most = MostShown + 1 }).ToList();
        return ([.. rows.Take(MostShown).Reverse().Select(row => row.Read()).OfType<ChatTurn>()], rows.Count > MostShown);
    }

    /// <summary>The turn of a question that was asked under this name before.</summary>
    public ChatTurn? Find(string conversation, string asked)
    {
        using var connection = database.Open();
        return connection.QuerySingleOrDefault<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND asked = @asked", new { conversation, asked })?.Read();
    }

    /// <summary>What a new question may lean on, oldest first.</summary>
    public IReadOnlyList<Turn> Recent(string conversation)
    {
        using var connection = database.Open();
        var since = (clock.GetUtcNow() - Retention.Conversation).ToUnixTimeMilliseconds();
        var rows = connection.Query<Row>($"SELECT {Columns} FROM page_turns WHERE conversation = @conversation AND asked_at >= @since ORDER BY turn_id DESC LIMIT @MostTurns", new { conversation, since, MostTurns });
        return [.. rows.Reverse().Select(row => row.ToTurn()).OfType<Turn>()];
    }

    /// <returns>The turn as it is kept: the first one, should the same question have been added meanwhile.</returns>
    public ChatTurn Add(string conversation, string asked, CheckedAnswer answer, IReadOnlyList<string> answeredWith)
    {
        var row = new { conversation, asked, now = clock.GetUtcNow().ToUnixTimeMilliseconds(), answer = new CheckedAnswerContent(answer).ToJson(), named = string.Join(' ', answeredWith) };
        database.InTransaction((connection, transaction) => connection.Execute(
            "INSERT INTO page_turns (conversation, asked, asked_at, answer, answered_with) VALUES (@conversation, @asked, @now, @answer, @named) ON CONFLICT DO NOTHING", row, transaction));
        return Find(conversation, asked)!;
    }

    /// <returns>Whether there is such a turn in this conversation.</returns>
    public bool Vote(string conversation, long turn, int vote) => database.InTransaction((connection, transaction) =>
        connection.Execute("UPDATE page_turns SET vote = @vote WHERE conversation = @conversation AND turn_id = @turn", new { conversation, turn, vote }, transaction)) > 0;

    public void Forget(string conversation) => database.InTransaction((connection, transaction) =>
        connection.Execute("DELETE FROM page_turns WHERE conversation = @conversation", new { conversation }, transaction));

    private sealed class Row
    {
        public long Id { get; init; }
        public string Answer { get; init; } = "";
        public string AnsweredWith { get; init; } = "";
        public long Vote { get; init; }

        /// <summary>Null where the row is damaged: the others are shown all the same.</summary>
        public ChatTurn? Read() => OutboxContent.TryFromJson(Answer) is CheckedAnswerContent content ? new ChatTurn(Id, content.Answer, (int)Vote) : null;

        public Turn? ToTurn() => Read() is { Answer: var answer } ? new Turn(answer.Question, answer.Language, AnsweredWith.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : null;
    }
}
