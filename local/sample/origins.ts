/**
 * Names such as stand on the roster of a Utah school, by the origin of the families, with what they speak at home. They
 * belong to nobody in particular. A name that a family may also write in its own script stands as 'Seo-yun=서윤'.
 *
 * The forenames of the Chinese, Japanese, Korean, Arabic and Ukrainian lists are for the most part from the CC0 data
 * set “popular names by country” (sigpwned/popular-names-by-country-dataset).
 */

export interface OriginName {
  readonly latin: string
  /** In the family's own script. */
  readonly own: string | undefined
}

export interface Origin {
  /** How many families in a hundred. */
  readonly share: number
  readonly girls: readonly OriginName[]
  readonly boys: readonly OriginName[]
  /** Where mothers and fathers have other names than children of today. */
  readonly women?: readonly OriginName[]
  readonly men?: readonly OriginName[]
  readonly surnames: readonly OriginName[]
  /** The language as school systems write it, the usual spelling first (domain C3). */
  readonly language: readonly string[]
  /** How many of these families in a hundred speak it at home; English is spoken in the others. */
  readonly speakIt: number
  /** Children carry the surnames of both parents. */
  readonly bothSurnames?: true
  /** In some families a person has one name and no surname: one word, of which the lists have more than any family has children. */
  readonly singleNames?: true
}

function names(list: string): readonly OriginName[] {
  return list.split(/,\s+/).map((name) => {
    const [latin, own] = name.trim().split('=') as [string, string?]
    return { latin, own }
  })
}

export const ENGLISH: readonly string[] = ['English', 'English', 'English', 'en', 'ENG']

/** Old and new families of the Wasatch Front; their forenames are also given in families of every other origin. */
export const SETTLERS: Origin = {
  share: 55,
  girls: names(`
    Olivia, Emma, Charlotte, Amelia, Evelyn, Luna, Ava, Mia, Hazel, Ivy, Eliza, Ruby, Nora, Claire, Brooklyn, Paisley, Oakley,
    Kaylee, McKenzie, Brynlee, Aspen, Sage, Ruth, Hannah, Abigail, Naomi, Lydia, Elizabeth, Katherine, Margaret, Savannah, Madison,
    Lucy, Grace, Annie, Adelaide, Sadie, Whitney, Emmeline, Jane, Chloé, Zoë, Renée, Josephine, Afton, Rachel, Leah, Molly, Audrey,
    Scarlett, Penelope, Harper, Quinn, Everly, Willow, Millie, Daisy, Clara, Alice, Eleanor, Violet, Maisie, Kinsley, Camryn, Halle,
    Tessa, Sydney, Jocelyn, Kenzie, Saige, Poppy, Maren, Ingrid, Britta, Mary Ann, Anna-Lise`),
  boys: names(`
    Liam, Noah, Oliver, James, William, Henry, Theodore, Jack, Hudson, Wyatt, Hyrum, Brigham, Jaxon, Boston, Crew, Beckham,
    Porter, Tanner, Joseph, Isaac, Caleb, Levi, Ezra, Samuel, Benjamin, Lincoln, Cooper, Owen, Thomas, Charles, Daniel, Nathaniel,
    Ammon, Nephi, Spencer, Parker, Carter, Eli, Gideon, Miles, August, Søren, Bridger, Ledger, J.D., Robert, Andrew, Easton, Ryker,
    Maverick, Luke, George, Calvin, Rhett, Simon, Graham, Peter, Asher, Jonah, Milo, Walker, Cache, Talmage, Stockton, Kimball, Dax,
    Tate, Brooks, Finn, Nolan, Jesse, Ethan, Logan, Mason, Gavin, Trey, Nils`),
  women: names(`
    Jennifer, Jessica, Amanda, Melissa, Heather, Amy, Emily, Rebecca, Nicole, Stephanie, Kimberly, Angela, Michelle, Rachel, Sarah,
    Laura, April, Tiffany, Shauna, Camille, Brooke, Lindsay, Kristen, Holly, Megan, Natalie, Jill, Marie, Tamara, Becky`),
  men: names(`
    Jason, Michael, Christopher, Ryan, Matthew, Joshua, David, Jared, Bryan, Tyler, Scott, Brian, Eric, Travis, Brett, Kevin,
    Trent, Dallin, Clint, Troy, Justin, Derek, Cory, Brandon, Steven, Mark, Paul, Nathan, Curtis, Lars`),
  surnames: names(`
    Smith, Johnson, Christensen, Jensen, Nielson, Nielsen, Young, Sorensen, Sørensen, Larsen, Allred, Barlow, Hatch, Lund,
    Murdock, Peterson, Petersen, Richins, Tanner, Whiting, Brown, Davis, Miller, Anderson, Andersen, Taylor, Thomas, Moore, Martin,
    Thompson, White, Harris, Clark, Hansen, Hanson, Olsen, Olson, Rasmussen, Madsen, Bagley, Stokes, Cannon, Call, Snow, Pratt, Wells,
    Bench, Fullmer, Bingham, Tibbets, Roundy, Shumway, Leavitt, Stott, Tolman, Workman, Wilson, Jones, Williams, King, Wright, Scott,
    Baker, Nelson, Carter, Mitchell, Roberts, Turner, Phillips, Campbell, Parker, Evans, Edwards, Collins, Stewart, Morris, Rogers,
    Reed, Cook, Bell, Murphy, Bailey, Cooper, O’Neil, O’Brien, McAllister, MacKay, Van der Berg, De Graaf, St. Clair, Müller,
    Lindqvist, Bybee, Chadwick, Christiansen, Croft, Crandall, Egbert, Eldredge, Erickson, Farnsworth, Fowler, Gardner, Goodrich,
    Hadley, Halverson, Heaton, Hyde, Iverson, Jeppson, Jorgensen, Knudsen, Lamb, Larson, Lofgreen, Mortensen, Nebeker, Ostler,
    Packer, Palmer, Pehrson, Perkins, Poulsen, Quist, Redd, Rigby, Sandberg, Sessions, Sheffield, Simpson, Spackman, Squire, Steed,
    Svensen, Thatcher, Tingey, Walker, Wardle, Watts, Weaver, Winder, Woolley, Yardley, Zollinger, Åberg, Fitzgerald, D’Angelo`),
  language: ENGLISH,
  speakIt: 100,
}

/** All origins; the shares are those of a mixed neighbourhood, not of the state. */
export const ORIGINS: readonly Origin[] = [
  SETTLERS,
  {
    share: 19,
    girls: names(`
      Sofía, Valentina, Ximena, Camila, Renata, María José, María Fernanda, Valeria, Regina, Lucía, Ana, Guadalupe, Daniela,
      Itzel, Alejandra, Mía, Fernanda, Natalia, Isabel, Ana Sofía, Noemí, Belén, Yaretzi, Marisol, Jimena, Paola, Mónica, Rocío`),
    boys: names(`
      Santiago, Mateo, Sebastián, Matías, Emiliano, Diego, Miguel Ángel, Daniel, José, José Luis, Tomás, Ángel, Íñigo, Luis,
      Juan Carlos, Emilio, Joaquín, Andrés, Julián, Gael, Iván, Rubén, Óscar, Kevin, Jesús, Adrián, Fabián, Axel, Leonardo`),
    surnames: names(`
      García, López, Núñez, Hernández, Martínez, Rodríguez, Gutiérrez, Peña, Vázquez, Ruiz, Ramírez, Flores, Cruz, Reyes, Muñoz,
      Ibáñez, Ortiz, Castañeda, Morales, Jiménez, de la Cruz, Ríos, Sandoval, Yáñez, Trujillo, Montoya, Quiñones, Zúñiga, Aguilar,
      Ávila, Cárdenas, Domínguez, Espinoza, Mejía, Olvera, Pacheco, Salazar, Valdés, Villaseñor`),
    language: ['Spanish', 'Spanish', 'Spanish', 'Español', 'es', 'spa', 'SP'],
    speakIt: 70,
    bothSurnames: true,
  },
  {
    share: 3,
    girls: names('Mele, Sālote, ʻAna, ʻOfa, Kalolaine, Losa, Lupe, Sela, Telesia, Vaimoana, Siutiti, Heilala'),
    boys: names('Sione, Tevita, Viliami, Semisi, Siosaia, Feleti, Paula, Sefa, ʻIsileli, Maʻafu, Taniela, Soane'),
    surnames: names(
      'Tuʻipulotu, Faleolo, Fonua, Taufa, Moala, Fifita, Mahe, Pulu, Vakapuna, Taukeiʻaho, Funaki, Halaʻufia, Tupou, Latū',
    ),
    language: ['Tongan', 'Tongan', 'ton', 'to'],
    speakIt: 55,
  },
  {
    share: 2.5,
    girls: names('Sina, Malia, Leilani, Lagi, Sefina, Faʻatasi, Moana, Tiare, Salamasina, Lupe'),
    boys: names('Ioane, Iosefa, Tavita, Pita, Fetu, Sione, Mikaele, Faʻafetai, Tasi, Lafoga'),
    surnames: names(
      'Leiataua, Fuimaono, Seiuli, Toleafoa, Tauiliʻili, Faʻasavalu, Tuiasosopo, Lealaitafea, Tuimavave, Faʻamausili',
    ),
    language: ['Samoan', 'Samoan', 'smo', 'sm'],
    speakIt: 50,
  },
  {
    share: 4,
    girls: names(
      'Shándíín, Nizhóní, Yanaba, Dezbah, Nanibah, Hózhǫ́, Yiską́, Haseya, Kiona, Shania, Tashina, Autumn, Darlene',
    ),
    boys: names('Ashkii, Atsá, Naatʼáanii, Níłchʼi, Bidziil, Yas, Tyrell, Darrell, Shilah, Kyle, Delbert, Wyatt'),
    surnames: names(
      'Begay, Yazzie, Tsosie, Nez, Benally, Bitsui, Manygoats, Tso, Chee, Begaye, Holiday, Bilagody, Cly',
    ),
    language: ['Navajo', 'Navajo', 'Diné', 'nav', 'nv'],
    speakIt: 35,
  },
  {
    share: 2,
    girls: names('Amina, Hodan, Ifrah, Sahra, Fadumo, Ayaan, Hamdi, Nasteho, Khadra, Ubah'),
    boys: names('Abdirahman, Mahad, Liban, Abdullahi, Zakariya, Mohamed, Guled, Hamse, Yusuf, Ayub'),
    surnames: names(
      'Abdi, Hassan, Mohamed, Ali, Warsame, Farah, Nur, Jama, Osman, Omar, Abdi Warsame, Hassan Nur, Mohamed Ali',
    ),
    language: ['Somali', 'Somali', 'som', 'so'],
    speakIt: 90,
  },
  {
    share: 2,
    girls: names('Linh, Thảo, Ngọc Anh, Vy, Thúy, Hương, Quỳnh, Khánh An, Phương, Mỹ Duyên'),
    boys: names('Minh, Bảo, Đức, Huy, Quang, Gia Huy, Tuấn, Khôi, Phúc, Hoàng Long'),
    surnames: names('Nguyễn, Trần, Phạm, Lê, Huỳnh, Vũ, Đặng, Bùi, Đỗ, Ngô'),
    language: ['Vietnamese', 'Vietnamese', 'vie', 'vi'],
    speakIt: 70,
  },
  {
    share: 1.5,
    girls: names(
      'Ji-an=지안, Ha-yoon=하윤, Seo-ah=서아, Seo-yun=서윤, Ha-rin=하린, Ji-yoo=지유, Soo-ah=수아, Ji-a=지아',
    ),
    boys: names(
      'Seo-jun=서준, Ha-joon=하준, Do-yun=도윤, Eun-woo=은우, Si-woo=시우, Ji-ho=지호, Ju-won=주원, Min-jun=민준',
    ),
    surnames: names('Kim=김, Park=박, Lee=이, Choi=최, Jung=정, Kang=강, Yoon=윤, Lim=임'),
    language: ['Korean', 'Korean', 'kor'],
    speakIt: 65,
  },
  {
    share: 2,
    girls: names(
      'Ruoxi=若汐, Yinuo=一诺, Zihan=梓涵, Yutong=雨桐, Xinyi=欣怡, Mei-ling=美玲, Ya-ting=雅婷, Yi-chun=怡君',
    ),
    boys: names(
      'Muchen=沐宸, Haoyu=浩宇, Mingze=茗泽, Yichen=奕辰, Haoran=浩然, Yuxuan=宇轩, Chia-hao=家豪, Chih-ming=志明',
    ),
    surnames: names('Wang=王, Chen=陈, Zhang=张, Liu=刘, Yang=杨, Huang=黄, Wu=吴, Lin=林, Xu=徐'),
    language: ['Chinese', 'Mandarin', 'Chinese', 'zho', 'zh', 'Cantonese'],
    speakIt: 70,
  },
  {
    share: 2.5,
    girls: names('Maryam=مريم, Fatima=فاطمة, Malak=ملك, Nour=نور, Farah=فرح, Lian=ليان, Aya=آية, Salma=سلمى'),
    boys: names('Mohamed=محمد, Abdullah=عبدالله, Ahmed=أحمد, Ali=علي, Youssef=يوسف, Omar=عمر, Adam=آدم, Khaled=خالد'),
    surnames: names(
      'Al-Masri=المصري, Haddad=حداد, Khalil=خليل, Al-Hassan=الحسن, Mansour=منصور, Saleh=صالح, El Amin=الأمين, Nasser=ناصر',
    ),
    language: ['Arabic', 'Arabic', 'ara', 'ar'],
    speakIt: 80,
  },
  {
    share: 1.5,
    girls: names(
      'Anna=Анна, Anastasiya=Анастасія, Veronika=Вероніка, Sofiya=Софія, Oleksandra=Олександра, Milana=Мілана, Solomiya=Соломія',
    ),
    boys: names(
      'Artem=Артем, Dmytro=Дмитро, Ivan=Іван, Maksym=Максим, Danylo=Данило, Vladyslav=Владислав, Oleksandr=Олександр',
    ),
    surnames: names('Kovalenko=Коваленко, Shevchuk=Шевчук, Melnyk=Мельник, Bondarenko=Бондаренко, Tkachenko=Ткаченко'),
    language: ['Ukrainian', 'Ukrainian', 'ukr', 'Russian'],
    speakIt: 85,
  },
  {
    share: 1.5,
    girls: names('Naw Paw Say, Hser Ku, Eh Paw, Naw Eh Moo, Pawsay, Hserku, Ehpaw, Muhtoo, Lerpaw, Thablay'),
    boys: names('Saw Htoo, Eh Doh, Saw Kler, Law Eh, Ehdoh, Hsergay, Kuhtoo, Klohtoo, Taw, Htoo'),
    surnames: names('Htoo, Paw, Wah, Doh, Moo, Say'),
    language: ['Karen', 'Karen', 'ksw', 'kar'],
    speakIt: 95,
    singleNames: true,
  },
  {
    share: 1,
    girls: names('Zahra, Parwana, Marwa, Shabnam, Laila, Hosna'),
    boys: names('Farhad, Jawad, Sohrab, Hamid, Milad, Najib'),
    surnames: names('Ahmadi, Rahimi, Noori, Haidari, Karimi, Sultani'),
    language: ['Dari', 'Dari', 'prs', 'Persian', 'Pashto'],
    speakIt: 95,
    singleNames: true,
  },
  {
    share: 2,
    girls: names('Aarya, Aditi, Kiara, Priya, Shristi, Asmita, Anjali, Aadhya'),
    boys: names('Arjun, Aarav, Kabir, Vedant, Siddharth, Bibek, Krishna, Manish'),
    surnames: names('Patel, Singh, Sharma, Gurung, Tamang, Iyer, Reddy, Rai'),
    language: ['Nepali', 'Nepali', 'nep', 'Hindi'],
    speakIt: 55,
  },
  {
    share: 1.5,
    girls: names('Beatriz, Maitê, Antônia, Cecília, Helena, Lívia, Patrícia'),
    boys: names('João, Antônio, Théo, Davi, Heitor, Caio, João Pedro'),
    surnames: names('Silva, Santos, Conceição, Gonçalves, Araújo, da Costa, Magalhães, dos Reis'),
    language: ['Portuguese', 'Portuguese', 'por', 'pt'],
    speakIt: 65,
    bothSurnames: true,
  },
  {
    share: 2,
    girls: names('Aaliyah, Nevaeh, Imani, Zuri, Ifeoma, Adaeze, Destiny, Amara'),
    boys: names('Malik, DeShawn, Kwame, Elijah, Chidi, Isaiah, D’Andre, Josiah'),
    surnames: names('Okafor, Mensah, Washington, Jackson, Jefferson, Adeyemi, Banks, Boateng'),
    language: ENGLISH,
    speakIt: 100,
  },
  {
    share: 1,
    girls: names('Neema, Furaha, Esther, Rehema, Divine, Espérance'),
    boys: names('Baraka, Amani, Emmanuel, Dieudonné, Jean-Claude, Innocent'),
    surnames: names('Mukendi, Bahati, Ndayishimiye, Uwimana, Kasongo-Ngoy, Niyonzima'),
    language: ['Swahili', 'Swahili', 'swa', 'sw', 'Kinyarwanda'],
    speakIt: 85,
  },
  {
    share: 0.5,
    girls: names('Hina=陽菜, Sakura=さくら, Mio=澪, Rin=凛'),
    boys: names('Haruto=陽翔, Minato=湊, Ren=蓮, Itsuki=樹'),
    surnames: names('Tanaka=田中, Sato=佐藤, Yamamoto=山本, Ōta=太田'),
    language: ['Japanese', 'Japanese', 'jpn'],
    speakIt: 50,
  },
]
