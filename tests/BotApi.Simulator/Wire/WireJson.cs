using System.Text.Json.Serialization;

namespace BotApi.Simulator;

/// <summary>How all this is written: snake case, nothing for nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ErrorBody))]
[JsonSerializable(typeof(WireMe))]
[JsonSerializable(typeof(WireChatInfo))]
[JsonSerializable(typeof(WireMember))]
[JsonSerializable(typeof(WireWebhook))]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(WireUser))]
[JsonSerializable(typeof(WireMessage))]
[JsonSerializable(typeof(WireUpdate))]
[JsonSerializable(typeof(IReadOnlyList<WireCommand>))]
[JsonSerializable(typeof(IReadOnlyList<WireMessage>))]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlResult))]
[JsonSerializable(typeof(IReadOnlyList<ControlCall>))]
internal sealed partial class WireJson : JsonSerializerContext;
