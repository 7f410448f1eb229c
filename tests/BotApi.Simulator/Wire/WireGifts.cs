namespace BotApi.Simulator;

/// <summary><c>AcceptedGiftTypes</c> in JSON.</summary>
internal sealed record WireGifts(
    bool UnlimitedGifts, bool LimitedGifts, bool UniqueGifts, bool PremiumSubscription, bool GiftsFromChannels);
