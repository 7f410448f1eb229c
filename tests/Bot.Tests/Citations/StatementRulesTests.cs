using Bot.Attribution;
using Bot.Citations;
using Bot.Composition;
using Bot.Corpus;
using Bot.Linguistics;
using Bot.Tests.Support;

namespace Bot.Tests.Citations;

/// <summary>What may be said of a source, rule by rule; the whole source is cited, and the statement is in the language of the question.</summary>
public class StatementRulesTests
{
    private static readonly CitationChecker Checker = new(new Readings(Repository.Library.Analyzer), Repository.Library.Analyzer);

    private static string? Fault(string source, string text, string? speaker = null)
    {
        var document = Some.Document(source, title: "Invented");
        var statement = new DraftStatement(text, [.. document.Sentences.Select(Citation.Of)], speaker is null ? null : SpeakerNames.Of(speaker, Repository.Library.Analyzer));
        return Checker.Fault(statement, [.. Passage.AllOf(document)], LanguageDetector.Detect(text, Language.English) ?? Language.English);
    }

    private static void Stands(string source, string text, string? speaker = null) => Assert.Null(Fault(source, text, speaker));

    private static void Falls(string source, string text, string fault, string? speaker = null) => Assert.Contains(fault, Fault(source, text, speaker) ?? "nothing");

    [Theory]
    [InlineData("On Monday 27 lorries crossed the bridge.", "Twenty-seven lorries crossed the bridge.")]
    [InlineData("On Monday 27 lorries crossed the bridge.", "Міст перетнули двадцять сім вантажівок.")]
    [InlineData("A second bridge was opened in Halvard.", "В Халварде открыли второй мост.")]
    [InlineData("Prices fell by a third.", "Ціни впали на третину.")]
    [InlineData("The repair cost 6.3 million dollars.", "The repair cost $6.3 million.")]
    [InlineData("The repair cost 6.3 million dollars.", "Ремонт коштував 6,3 мільйона доларів.")]
    [InlineData("Prices rose by 29,870 hryvnias.", "Prices rose by about 30,000 hryvnias.")]
    [InlineData("Russia says Kyiv laid the mine; Ukraine says Moscow did.", "The two sides differ on who laid the mine: Russia says Kyiv, Ukraine says Moscow.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Two people were killed and nine wounded.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Двое погибли, девять получили ранения.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Погибли двое, ранены девять человек.")]
    [InlineData("Кожна родина отримає житло на шість місяців.", "Кожна родина отримає житло на пів року.")]
    [InlineData("The envoy was invited twice.", "Посланця запрошували два рази.")]
    [InlineData("Japan has pledged $8.5 million for the bridge.", "Японія пообіцяла 8,5 мільйона доларів на міст.")]
    [InlineData("The tanker sailed 14 nautical miles off the coast.", "Танкер ішов за 14 морських миль від берега.")]
    public void A_number_may_be_told_in_another_form(string source, string text) => Stands(source, text);

    [Theory]
    [InlineData("On Monday 27 lorries crossed the bridge.", "Seventy-two lorries crossed the bridge.", "does not stand")]
    [InlineData("On Monday 27 lorries crossed the bridge.", "Міст перетнули 37 вантажівок.", "does not stand")]
    [InlineData("The repair cost 6.3 million dollars.", "The repair cost 6.3 billion dollars.", "does not stand")]
    [InlineData("The repair cost 63 million dollars.", "Ремонт коштував 63 мільйони євро.", "measures something else")]
    [InlineData("The town is 12 kilometres from the front.", "The town is 12 miles from the front.", "measures something else")]
    [InlineData("Prices rose by 29,870 hryvnias.", "Prices rose by 30,000 hryvnias.", "does not stand")]
    [InlineData("The blast killed 12 soldiers and wounded 30 civilians.", "The blast wounded 12 civilians.", "counts something else")]
    [InlineData("The talks lasted several weeks.", "The talks lasted several months.", "no measure")]
    [InlineData("Красный Крест доставил 9 тонн воды и 400 противогазов.", "The Red Cross delivered 9 tonnes of water and 400 blankets.", "counts no 'blankets'")]
    [InlineData("Программа может получить до 180 тысяч тонн удобрений.", "Програма може отримати щонайменше 180 тисяч тонн добрив.", "other bound")]
    [InlineData("She was the second woman to lead the ministry.", "She was the first woman to lead the ministry.", "does not stand")]
    [InlineData("Air defences shot down 17 of the 23 drones.", "Air defences shot down all 23 drones.", "not all of them")]
    [InlineData("London may send up to 200 engineers to repair the port.", "London may send up to 200 soldiers to the port.", "counts no 'soldiers'")]
    public void A_number_keeps_its_value_and_what_it_measures(string source, string text, string fault) => Falls(source, text, fault);

    [Theory]
    [InlineData("The bridge was hit on 6 March 2025.", "The bridge was hit on March 6.")]
    [InlineData("The bridge was hit on 6 March 2025.", "По мосту вдарили 6 березня 2025 року.")]
    [InlineData("Exports fell in February, 15 percent less than a year before.", "In February, 15% less was exported than a year earlier.")]
    public void A_date_may_be_written_otherwise(string source, string text) => Stands(source, text);

    [Theory]
    [InlineData("The bridge was hit on 6 March 2025.", "The bridge was hit on 6 May 2025.", "'May'")]
    [InlineData("The bridge was hit on 6 March and 8 April.", "The bridge was hit on 8 March.", "8")]
    [InlineData("The bridge was hit on Monday.", "The bridge was hit yesterday.", "'yesterday'")]
    [InlineData("В прошлом году мост закрыли.", "В этом году мост закрыли.", "'году'")]
    [InlineData("The bridge will be closed next week.", "Міст закриють цього тижня.", "'тижня'")]
    public void A_date_stays_the_sources(string source, string text, string fault) => Falls(source, text, fault);

    [Theory]
    [InlineData("Dmitry Peskov met Ilan Torvek in Halvard.", "Дмитро Пєсков зустрівся з Іланом Торвеком у Галварді.")]
    [InlineData("Dmitry Peskov met Ilan Torvek in Kharkiv.", "Peskov met Torvek in Ukraine.")]
    [InlineData("Суд видав ордер на арешт Алли Кречетової зі Ставкового.", "The court issued a warrant for the arrest of Alla Krechetova from Stavkove.")]
    [InlineData("Ilan Torvek is the governor. He met the delegation in Halvard.", "Torvek met the delegation in Halvard.")]
    [InlineData("Представитель ООН Маргит Олссен-Даль прибыла в Халвард.", "UN representative Margit Olssen-Dahl arrived in Halvard.")]
    [InlineData("UNHCR counted 28 refugees in Halvard.", "УВКБ ООН насчитало в Халварде 28 беженцев.")]
    [InlineData("Ганна Вільк очолює мерію. За словами Вільк, міст закрито.", "Hanna Vilk says that the bridge is closed.")]
    public void A_name_may_cross_scripts_and_stand_for_a_pronoun(string source, string text) => Stands(source, text);

    [Theory]
    [InlineData("Dmitry Peskov met the delegation in Halvard.", "Maria Zakharova met the delegation in Halvard.")]
    [InlineData("Dmitry Peskov met the delegation in Ukraine.", "Peskov met the delegation in Kharkiv.")]
    [InlineData("Ilan Torvek met the delegation in Halvard.", "Ilan Menske met the delegation in Halvard.")]
    [InlineData("Красный Крест передал 230 писем.", "UNICEF delivered 230 letters.")]
    public void A_name_the_source_does_not_give_falls(string source, string text) => Falls(source, text, "is not named");

    [Theory]
    [InlineData("Torvek told reporters that the bridge is safe.", "Torvek said that the bridge is safe.", "Torvek")]
    [InlineData("Halvane Marine denied it; the lawyer, Priya Menzel, said that the bridge is safe.", "Юрист Прия Менцель сказала, что мост безопасен.", "Priya Menzel")]
    [InlineData("Уполномоченный по правам человека Ян Торвек утверждает, что мост безопасен.", "Ян Торвек утверждает, что мост безопасен.", "Ян Торвек")]
    [InlineData("The ship carried oil, according to the Danish Maritime Authority.", "According to the Danish Maritime Authority, the ship carried oil.", "Danish Maritime Authority")]
    [InlineData("The mayor, Dara Menske, said the bridge is safe.", "За словами Дари Менське, міст безпечний.", "Dara Menske")]
    [InlineData("Речниця штабу Оксана Требушко повідомила про обмін. За її словами, 43 військових поранено.", "Оксана Требушко сказала, що 43 військових поранено.", "Оксана Требушко")]
    [InlineData("За даними Координаційного штабу, додому повернулися 187 військових.", "Координаційний штаб повідомив, що додому повернулися 187 військових.", "Координаційний штаб")]
    public void Whoever_says_it_in_the_source_may_say_it(string source, string text, string speaker) => Stands(source, text, speaker);

    [Theory]
    [InlineData("Torvek said that the bridge is safe. Menske was there.", "Torvek said that the bridge is safe.", "Orlenko", "not said by 'Orlenko'")]
    [InlineData("Peskov said that the bridge is safe.", "Lavrov said that the bridge is safe.", null, "not said by")]
    [InlineData("Trump said, after he met Macron, that the bridge is safe.", "Macron said that the bridge is safe.", "Macron", "not said by 'Emmanuel Macron'")]
    [InlineData("The group Baltic Watch said that the hull had a crack; Halvane Marine said that the ship was safe.", "Baltic Watch said that the ship was safe.", "Baltic Watch", "not said by 'Baltic Watch'")]
    [InlineData("Депутатка Соломія Крук заявила, що генератори не закупили. Мерія це заперечує: за її словами, 40 генераторів привезли у вересні.", "Соломія Крук заявила, що 40 генераторів привезли у вересні.", "Соломія Крук", "not said by 'Соломія Крук'")]
    public void Another_speaker_falls(string source, string text, string? speaker, string fault) => Falls(source, text, fault, speaker);

    [Theory]
    [InlineData("Torvek said that the bridge is safe.", "The bridge is safe.", "Torvek")]
    [InlineData("Torvek said that the bridge is safe.", "According to Torvek, the bridge is safe.", null)]
    [InlineData("The leaders did agree to add 37 tankers to the list, bringing it to 614.", "The leaders agreed to add 37 tankers to the list.", null)]
    public void A_claim_that_names_its_speaker_stands(string source, string text, string? speaker) => Stands(source, text, speaker);

    [Theory]
    [InlineData("Torvek said that the bridge is safe.", "The bridge is safe.")]
    [InlineData("The guard allegedly opened the gate.", "The guard opened the gate.")]
    [InlineData("Торвек заявил, что мост безопасен.", "Мост безопасен.")]
    [InlineData("The group Baltic Watch said that the hull had a crack; Halvane Marine said that the ship was safe.", "The hull had a crack.")]
    [InlineData("Ukraine's Ministry of Defence said the field had been mined by drones.", "The field was mined by drones.")]
    public void A_claim_is_not_told_as_a_fact(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("The convoy did not reach the village.", "The convoy never reached the village.")]
    [InlineData("The parties refused to sign the agreement.", "Сторони відмовилися підписати угоду.")]
    [InlineData("The ministry denied that it had opened the dam.", "Міністерство не визнає, що відкрило дамбу.")]
    [InlineData("Експертизу уламків ще не завершено.", "The examination of the fragments has not yet been completed.")]
    [InlineData("Обе стороны пока не ответили на просьбу.", "Обидві сторони поки що не відповіли на прохання.")]
    [InlineData("Завод останется закрытым до весны.", "Завод не откроется до весны.")]
    [InlineData("Вузли зв’язку не працювали через відключення світла.", "Вузли зв’язку не працювали, бо не було світла.")]
    [InlineData("The state has not paid a single farmer.", "Государство не заплатило ни одному фермеру.")]
    [InlineData("Hungary has not decided on the sanctions.", "Hungary has yet to make up its mind on the sanctions.")]
    [InlineData("Прокуратура не коментує, чи готує вона ордери.", "Прокуратура не каже, чи готує вона ордери.")]
    [InlineData("The mayor denied that the sirens had failed.", "Мэр отрицал, что сирены не сработали.")]
    [InlineData("Kyiv is ready to stop strikes on ships.", "Київ готовий відмовитися від ударів по кораблях.")]
    [InlineData("The leaders failed on Thursday, 18 March 2032, to approve a loan.", "The leaders failed on 18 March 2032 to approve a loan.")]
    [InlineData("Hungary would not agree to the loan.", "Hungary would refuse to agree to the loan.")]
    public void What_is_denied_may_be_denied_otherwise(string source, string text) => Stands(source, text);

    [Theory]
    [InlineData("The convoy did not reach the village.", "The convoy reached the village.")]
    [InlineData("The convoy reached the village on Monday.", "The convoy did not reach the village on Monday.")]
    [InlineData("Конвой не дійшов до села.", "Конвой дійшов до села.")]
    [InlineData("The convoy did not reach the village.", "Колонна дошла до деревни.")]
    [InlineData("Menske denied that the bridge is safe.", "Menske confirmed that the bridge is safe.")]
    [InlineData("The parties refused to sign the agreement.", "The parties agreed to sign the agreement.")]
    [InlineData("The bridge was closed after the attack.", "The bridge was closed before the attack.")]
    [InlineData("The convoy reached the village.", "The convoy has yet to reach the village.")]
    [InlineData("The village has food for a month.", "The village has hardly any food.")]
    [InlineData("Боеприпасов на территории завода не было.", "There was ammunition on the grounds of the plant.")]
    [InlineData("Hungary has not decided whether it will support the sanctions.", "Hungary will not support the sanctions.")]
    [InlineData("Лариса Гамалія заявила, що кошторис на ліцей № 8 завищено.", "Larysa Hamaliia said that the cost estimate for School No. 8 was not inflated.")]
    [InlineData("The mayor denied that the sirens had failed.", "Мэр отрицал, что мост открыт.")]
    [InlineData("The residents returned since the truce began.", "The residents returned before the truce began.")]
    [InlineData("The ministry denied that it had aimed at the port and said that its forces had hit a depot of weapons.", "The ministry denied that its forces had hit a depot of weapons.")]
    [InlineData("Engineers may come only after a ceasefire is signed.", "Инженеры могут приехать до подписания перемирия.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Two people were not killed and nine were wounded.")]
    [InlineData("Велигуров отверг сообщения об утечке. «Энергоблоки в холодном останове», — сказал он.", "Велігуров не сказав, що енергоблоки в холодному зупині.")]
    public void What_is_denied_is_not_turned_round(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("France may send peacekeepers.", "France could send peacekeepers.")]
    [InlineData("France plans to send peacekeepers.", "Франція планує відправити миротворців.")]
    [InlineData("Чорновус пообіцяв, що з 1 березня групи оповіщення носитимуть нагрудні камери.", "Чорновус пообіцяв, що групи оповіщення носитимуть нагрудні камери з 1 березня.")]
    [InlineData("The next meeting may be held in April.", "Не исключено, что следующая встреча пройдёт в апреле.")]
    [InlineData("Both sides agreed that prisoners will be exchanged first.", "Сторони домовилися, що спершу обміняють полонених.")]
    [InlineData("Рудометов настаивает, что сумма не превышает 19 млн евро.", "По версии Рудометова, сумма не более 19 млн евро.")]
    [InlineData("A proposal by deputy Vrtovec to add 30 generators was rejected.", "Предложение депутата Вртовец добавить 30 генераторов было отклонено.")]
    [InlineData("Москва требует снять ограничения с экспорта удобрений.", "Moscow wants restrictions lifted on the export of fertiliser.")]
    public void What_may_be_may_be(string source, string text) => Stands(source, text);

    [Theory]
    [InlineData("France may send peacekeepers.", "France will send peacekeepers.")]
    [InlineData("Zalokar said his party might ask the court to review the vote.", "Zalokar said his party had asked the court to review the vote.")]
    [InlineData("France plans to send peacekeepers.", "France sent peacekeepers.")]
    [InlineData("«Світло повернемо до вечора», — пообіцяла директорка.", "Директорка повідомила, що світло вже повернули.")]
    [InlineData("Putin is open to European peacekeepers.", "Putin agreed to European peacekeepers.")]
    [InlineData("Франція може відправити миротворців.", "Франція відправить миротворців.")]
    [InlineData("Kyiv asked for missiles.", "Kyiv received missiles.")]
    [InlineData("The army probably left the town.", "The army certainly left the town.")]
    [InlineData("London may send up to 200 engineers to repair the port.", "Лондон надішле 200 інженерів.")]
    public void What_may_be_does_not_become_sure(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("Torvek called it “a deliberate attack on a civilian crossing”.", "Torvek spoke of “a deliberate attack”.")]
    [InlineData("Torvek called it “a deliberate attack on a civilian crossing”.", "Торвек назвав це «навмисною атакою».")]
    public void Quotation_marks_hold_the_sources_words_or_their_translation(string source, string text) => Stands(source, text, "Torvek");

    [Theory]
    [InlineData("Torvek called it “a deliberate attack on a civilian crossing”.", "Torvek spoke of “a cowardly attack”.")]
    [InlineData("Torvek called it “a deliberate attack on a civilian crossing”.", "Торвек назвав це «боягузливим злочином».")]
    [InlineData("Torvek called the vote “a bill sent to our grandchildren”.", "Торвек назвал голосование «подарком, отправленным нашим внукам».")]
    [InlineData("Torvek visited the Red Cross in Halvard.", "Torvek visited “the Red Cross which Halvard”.")]
    public void Quotation_marks_hold_nothing_else(string source, string text) => Falls(source, text, "quotation marks", "Torvek");

    [Theory]
    [InlineData("The bridge was closed on Monday.", "The bridge was closed on Monday, and the governor resigned in tears.")]
    [InlineData("The bridge was closed on Monday.", "Міст закрили в понеділок, а губернатор подав у відставку й виїхав за кордон.")]
    [InlineData("Four miners of the night shift were brought up from the shaft on Friday with the new lift.", "Four miners of the night shift were brought up on Friday with the new lift, amid cheering crowds.")]
    [InlineData("Красный Крест передал 230 писем семьям пленных.", "Красный Крест передал 230 писем семьям пленных, которых ждут жёны и матери.")]
    [InlineData("The embassy said the convoy would be a target.", "The embassy, whose driver was beaten in the street, said the convoy would be a target.")]
    [InlineData("On Monday Anna Torvek Menske met the delegation of the League in Halvard.", "In Halvard lives Anna Torvek Menske, a driver.")]
    public void Nothing_is_added(string source, string text) => Falls(source, text, "says nothing of");

    [Theory]
    [InlineData("The delegation spoke in the old customs house for eleven hours.", "The delegation spoke in the old presidential house for eleven hours.")]
    [InlineData("The commission wrote a short comedy book, set in Halvard and printed in Kyiv.", "The commission wrote a short comedy film.")]
    public void One_word_is_not_put_for_another_in_a_sentence_told_word_by_word(string source, string text) => Falls(source, text, "stands where");

    [Fact]
    public void What_one_does_is_not_told_of_another() =>
        Falls("Torvek opened the bridge for lorries. Menske closed the harbour for ferries.", "Menske opened the bridge for lorries.", "Menske");

    [Theory]
    [InlineData("On Monday Halvard received 74 lorries, Tarn 68.", "In the end it was Tarn that got 74 lorries, while in Halvard there were only 68.")]
    [InlineData("The shelling went on, killing two civilians and wounding nine.", "Внаслідок обстрілу загинули дев'ятеро цивільних, двоє поранені.")]
    [InlineData("The company cut the flow from 32 to 21 million cubic metres.", "The company cut the flow by 21 million cubic metres.")]
    [InlineData("They loaded 74 lorries on Monday and 68 on Tuesday.", "They loaded 68 lorries on Monday and 74 on Tuesday.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Загинули дев'ятеро людей, двоє поранені.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Two people were wounded.")]
    [InlineData("Ukraine exported 4.2 million tonnes of grain, 15 percent less than in March.", "Ukraine exported 4.2 million tonnes less grain.")]
    [InlineData("Russian drones struck a warehouse on the night of March 10, killing two people and wounding nine.", "Two people were killed and ten were wounded.")]
    public void Numbers_are_not_changed_over(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("The rocket hit the roof of a boarding school in Stavkove.", "Ракета влучила в дах лікарні у Ставковому.")]
    [InlineData("The rocket hit the roof of the library at night, and nobody was there.", "At night, when nobody was there, a rocket hit the roof of the museum.")]
    public void One_kind_of_place_is_not_told_for_another(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("Eleven miners were taken to a hospital in Tarn on Friday.", "Eleven miners died in a hospital in Tarn on Friday.")]
    [InlineData("Одинадцять шахтарів відвезли до лікарні в Тарні.", "Eleven miners died in a hospital in Tarn.")]
    [InlineData("The soldiers of the League left the village at night.", "The soldiers of the League were captured in the village at night.")]
    public void Nobody_suffers_what_the_source_does_not_tell(string source, string text) => Assert.NotNull(Fault(source, text));

    [Theory]
    [InlineData("The minister opened the new hospital in May. The old harbour was destroyed by a storm.", "In May a storm destroyed the new hospital.")]
    [InlineData("Міністр відкрив нову лікарню в травні. Стару гавань зруйнувала буря.", "У травні буря зруйнувала нову лікарню.")]
    public void Two_sentences_are_not_sewn_into_one(string source, string text) => Falls(source, text, "together");

    [Fact]
    public void Two_sentences_may_stand_in_one_each_in_a_clause_of_its_own() =>
        Stands("The minister opened the new hospital in May. The old harbour was destroyed by a storm.", "The minister opened the new hospital, and the old harbour was destroyed by a storm.");

    [Fact]
    public void A_translation_leaves_no_word_of_its_source_over() =>
        Falls("Міст закрили в понеділок після вибуху.", "The bridge was closed on Monday after a вибуху.", "not in the language");

    [Fact]
    public void Another_language_than_the_askers_falls()
    {
        var document = Some.Document("The bridge was closed on Monday.");
        var statement = new DraftStatement("The bridge was shut on Monday.", [Citation.Of(document.Sentences[0])], null);

        Assert.Contains("the question is in Ukrainian", Checker.Fault(statement, [.. Passage.AllOf(document)], Language.Ukrainian));
        Assert.Null(Checker.Fault(statement with { Text = document.Text }, [.. Passage.AllOf(document)], Language.Ukrainian));
    }
}
