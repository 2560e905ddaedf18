// Replies to try: natural, and not kind yet. Each has the letter that it answers.

/** @typedef {{name: 'refund' | 'parcel' | 'account' | 'complaint', role: 'agent' | 'customer', text: string, context: string}} Example */

/** @type {Record<import('./settings.js').Language, Example[]>} */
export const EXAMPLES = {
  en: [
    {
      name: 'refund', role: 'agent',
      context: 'Hello, the kettle I bought three weeks ago leaks. I would like my 49 euros back. Order 4711. Anna',
      text: 'Dear Anna,\n\nUnfortunately, our policy does not allow that. As I already told you, refunds are possible within 14 days only. '
        + 'Your complaint has been noted. We will get back to you as soon as possible about order 4711.\n\nKind regards,\nMark',
    },
    {
      name: 'parcel', role: 'agent',
      context: 'My parcel was meant to come on Monday and it is Thursday. My son’s birthday is tomorrow. Where is it?',
      text: 'Hello Daniel,\n\nThat is not our problem, you will have to ask the courier. Fill in the form on the site. '
        + 'Your parcel will arrive soon, and please calm down: it happens to everyone.\n\nRegards,\nSupport',
    },
    {
      name: 'account', role: 'agent',
      context: 'I can’t log in since yesterday, and I have an exam to hand in on the platform by 6 pm.',
      text: 'Hello,\n\nYour request has been registered under no. 4821. It’s very simple: you should have read the manual. '
        + 'Check our FAQ. If it does not work, why didn’t you ask earlier? We guarantee that this will never happen again.\n\nThe support team',
    },
    {
      name: 'complaint', role: 'customer', context: '',
      text: 'Hello,\n\nyour app doesn’t work! I pay your wages, so fix it today or I will write bad reviews everywhere. '
        + 'Why is it so slow? Who is responsible? When will it be mended?\n\nPeter',
    },
  ],
  ru: [
    {
      name: 'refund', role: 'agent',
      context: 'Здравствуйте! Чайник, который я купила три недели назад, протекает. Прошу вернуть 4 900 рублей, заказ 4711. Анна',
      text: 'Здравствуйте, Анна!\n\nК сожалению, наши правила этого не допускают. Как я уже говорил, деньги возвращают только в течение 14 дней. '
        + 'Ваша жалоба принята к сведению. По заказу 4711 мы ответим Вам в ближайшее время.\n\nС уважением,\nМарк',
    },
    {
      name: 'parcel', role: 'agent',
      context: 'Посылка должна была прийти в понедельник, а сегодня четверг. Завтра у сына день рождения. Где она?',
      text: 'Здравствуйте, Даниил!\n\nЭто не наша проблема, обратитесь в службу доставки. Заполните форму на сайте. '
        + 'Посылка скоро придёт, и успокойтесь: такое случается со всеми.\n\nСлужба поддержки',
    },
    {
      name: 'account', role: 'agent',
      context: 'Со вчерашнего дня не могу войти, а до шести вечера надо сдать на платформе экзаменационную работу.',
      text: 'Здравствуйте!\n\nВаше обращение зарегистрировано под номером 4821. Всё очень просто: надо было читать инструкцию. '
        + 'Ответ есть в разделе «Частые вопросы». Почему Вы не обратились раньше? Гарантируем, что такое больше никогда не повторится.\n\nСлужба поддержки',
    },
    {
      name: 'complaint', role: 'customer', context: '',
      text: 'Здравствуйте!\n\nВаше приложение не работает! Я вам плачу, так что исправьте сегодня же, иначе напишу плохие отзывы везде. '
        + 'Почему всё так медленно? Кто за это отвечает? Когда почините?\n\nПётр',
    },
  ],
  eo: [
    {
      name: 'refund', role: 'agent',
      context: 'Saluton! La bolkruĉo, kiun mi aĉetis antaŭ tri semajnoj, likas. Mi petas rehavi miajn 49 eŭrojn. Mendo 4711. Anna',
      text: 'Kara Anna,\n\nbedaŭrinde niaj reguloj ne permesas tion. Kiel mi jam diris al vi, ni repagas nur dum 14 tagoj. '
        + 'Via plendo estas registrita. Pri la mendo 4711 ni respondos al vi kiel eble plej baldaŭ.\n\nAmike,\nMarko',
    },
    {
      name: 'parcel', role: 'agent',
      context: 'Mia pakaĵo devis veni lunde, kaj jam estas ĵaŭdo. Morgaŭ mia filo havas naskiĝtagon. Kie ĝi estas?',
      text: 'Saluton, Danielo!\n\nTio ne estas nia problemo, demandu la liverservon. Plenigu la formularon en la retejo. '
        + 'La pakaĵo baldaŭ venos, kaj trankviliĝu: tio okazas al ĉiuj.\n\nLa helpservo',
    },
    {
      name: 'account', role: 'agent',
      context: 'Ekde hieraŭ mi ne povas ensaluti, kaj ĝis la sesa vespere mi devas sendi ekzamenan laboron per la platformo.',
      text: 'Saluton!\n\nVia peto estas registrita sub la numero 4821. Tio estas tre simpla: vi devis legi la manlibron. '
        + 'Vidu niajn oftajn demandojn. Kial vi ne demandis pli frue? Ni garantias, ke tio neniam plu okazos.\n\nLa helpservo',
    },
    {
      name: 'complaint', role: 'customer', context: '',
      text: 'Saluton!\n\nVia programo ne funkcias! Mi pagas viajn salajrojn, do riparu ĝin hodiaŭ, aŭ mi ĉie skribos malbonajn recenzojn. '
        + 'Kial ĝi estas tiel malrapida? Kiu respondecas? Kiam vi riparos ĝin?\n\nPetro',
    },
  ],
  ka: [
    {
      name: 'refund', role: 'agent',
      context: 'გამარჯობა, სამი კვირის წინ ნაყიდი ჩაიდანი წყალს უშვებს. გთხოვთ, დამიბრუნოთ 149 ლარი. შეკვეთა 4711. ანა',
      text: 'გამარჯობა, ანა!\n\nსამწუხაროდ, ჩვენი წესები ამას არ ითვალისწინებს. როგორც უკვე გითხარით, თანხა მხოლოდ 14 დღის განმავლობაში ბრუნდება. '
        + 'თქვენი საჩივარი მიღებულია. შეკვეთა 4711-ის შესახებ უახლოეს დროში გიპასუხებთ.\n\nპატივისცემით,\nმარკო',
    },
    {
      name: 'parcel', role: 'agent',
      context: 'ამანათი ორშაბათს უნდა მოსულიყო, დღეს კი ხუთშაბათია. ხვალ ჩემი შვილის დაბადების დღეა. სად არის?',
      text: 'გამარჯობა, დანიელ!\n\nეს ჩვენი პრობლემა არ არის, კურიერს მიმართეთ. შეავსეთ ფორმა საიტზე. '
        + 'ამანათი მალე მოვა, დამშვიდდით: ასეთი რამ ყველას ემართება.\n\nმხარდაჭერის სამსახური',
    },
    {
      name: 'account', role: 'agent',
      context: 'გუშინდელს აქეთ ანგარიშში ვერ შევდივარ, საღამოს ექვს საათამდე კი საგამოცდო ნაშრომი უნდა ჩავაბარო.',
      text: 'გამარჯობა!\n\nთქვენი მოთხოვნა დარეგისტრირდა ნომრით 4821. ეს ძალიან მარტივია: ინსტრუქცია უნდა წაგეკითხათ. '
        + 'იხილეთ ხშირად დასმული კითხვები. რატომ ადრე არ მოგვმართეთ? გარანტიას გაძლევთ, რომ ეს აღარასოდეს განმეორდება.\n\nმხარდაჭერის სამსახური',
    },
    {
      name: 'complaint', role: 'customer', context: '',
      text: 'გამარჯობა!\n\nთქვენი აპლიკაცია არ მუშაობს! თქვენს ხელფასს მე ვიხდი, ამიტომ დღესვე გაასწორეთ, თორემ ყველგან ცუდ შეფასებას დავწერ. '
        + 'რატომ არის ასე ნელი? ვინ არის პასუხისმგებელი? როდის გაასწორებთ?\n\nპეტრე',
    },
  ],
};
