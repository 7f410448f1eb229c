using System.Text.Json.Serialization;

namespace BotApi.Simulator;

/// <summary>The buttons under a message, row by row.</summary>
public sealed record InlineKeyboard([property: JsonPropertyName("inline_keyboard")] IReadOnlyList<IReadOnlyList<InlineButton>> Rows)
{
    /// <summary>All buttons in reading order.</summary>
    [JsonIgnore]
    public IEnumerable<InlineButton> Buttons => Rows.SelectMany(row => row);

    /// <summary>Keyboards are equal when they show the same.</summary>
    public bool Equals(InlineKeyboard? other)
        => other is not null && Rows.Count == other.Rows.Count
           && Rows.Zip(other.Rows).All(pair => pair.First.SequenceEqual(pair.Second));

    /// <inheritdoc />
    public override int GetHashCode() => Rows.Count;
}
