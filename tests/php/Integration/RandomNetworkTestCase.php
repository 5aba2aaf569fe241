<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Member\Card\Part;
use OCA\Reseau\Member\Card\PartKind;
use OCA\Reseau\Tests\NetworkTestCase;

/**
 * Random networks: cards of accounts and kept ones, of every status, groups with people who left, every part with an audience
 * of its own. Every part carries marks, words that are nowhere else, and words that several cards share.
 *
 * All words are long and end as no French word does, so that no stem, no glossary and no repair of typing errors makes two of
 * them one.
 */
abstract class RandomNetworkTestCase extends NetworkTestCase {
	protected const GROUPS = ['eau', 'terre', 'feu', 'vent'];

	/** Parts that are one text. */
	private const TEXTS = ['drives', 'organisation', 'role', 'availability', 'limits'];

	private const LEVELS = ['me', 'groups', 'members', 'public'];

	/** Communes with the EPCI and the département they lie in, all of Occitanie. */
	private const COMMUNES = [
		'11206' => ['Limoux', '200071926', 'CC du Limouxin', '11', 'Aude'],
		'11304' => ['Quillan', '200043776', 'CC Pyrénées audoises', '11', 'Aude'],
		'11069' => ['Carcassonne', '200035715', 'CA Carcassonne Agglo', '11', 'Aude'],
		'12089' => ['Decazeville', '200067064', 'CC Decazeville Communauté', '12', 'Aveyron'],
		'12202' => ['Rodez', '241200187', 'CA Rodez Agglomération', '12', 'Aveyron'],
		'30007' => ['Alès', '200066918', 'CA Alès Agglomération', '30', 'Gard'],
		'30189' => ['Nîmes', '243000643', 'CA de Nîmes Métropole', '30', 'Gard'],
		'31555' => ['Toulouse', '243100518', 'Toulouse Métropole', '31', 'Haute-Garonne'],
		'31395' => ['Muret', '200068641', 'CA Le Muretain Agglo', '31', 'Haute-Garonne'],
		'32013' => ['Auch', '200066926', 'CA Grand Auch Coeur de Gascogne', '32', 'Gers'],
		'34032' => ['Béziers', '243400769', 'CA de Béziers-Méditerranée', '34', 'Hérault'],
		'34172' => ['Montpellier', '243400017', 'Montpellier Méditerranée Métropole', '34', 'Hérault'],
		'34142' => ['Lodève', '200017341', 'CC Lodévois et Larzac', '34', 'Hérault'],
		'46042' => ['Cahors', '200023737', 'CA du Grand Cahors', '46', 'Lot'],
		'48095' => ['Mende', '244800405', 'CC Coeur de Lozère', '48', 'Lozère'],
		'65440' => ['Tarbes', '200069300', 'CA Tarbes-Lourdes-Pyrénées', '65', 'Hautes-Pyrénées'],
		'65059' => ['Bagnères-de-Bigorre', '246500482', 'CC de la Haute-Bigorre', '65', 'Hautes-Pyrénées'],
		'66136' => ['Perpignan', '200027183', 'CU Perpignan Méditerranée Métropole', '66', 'Pyrénées-Orientales'],
		'66124' => ['Font-Romeu-Odeillo-Via', '246600464', 'CC Pyrénées Catalanes', '66', 'Pyrénées-Orientales'],
		'81004' => ['Albi', '248100737', 'CA de l\'Albigeois (C2A)', '81', 'Tarn'],
		'81065' => ['Castres', '248100430', 'CA de Castres Mazamet', '81', 'Tarn'],
		'82121' => ['Montauban', '248200099', 'CA Grand Montauban', '82', 'Tarn-et-Garonne'],
		'09122' => ['Foix', '200067791', 'CA L\'Agglo Foix-Varilhes', '09', 'Ariège'],
		'09225' => ['Pamiers', '200066231', 'CC des Portes d\'Ariège Pyrénées', '09', 'Ariège'],
	];

	/**
	 * By id: its owner and keeper, its status, its parts as they were sent, and their audience.
	 *
	 * @var array<int, array{uid: ?string, steward: ?string, status: string, audience: array<string, string>, parts: array<string, mixed>, showcased?: bool}>
	 */
	protected array $cards = [];

	/** @var array<int, array<string, list<string>>> marks by card and part, as a whole card shows them */
	protected array $marks = [];

	/** @var list<array{group: string, card: int, active: bool}> */
	protected array $memberships = [];

	/** @var list<string> words that several cards have */
	protected array $shared = [];

	/** @var array{string, string} the words of the expansion of the glossary's acronym, together */
	protected array $pair = ['', ''];

	/** An acronym of the glossary, on no card. */
	protected string $acronym = '';

	/**
	 * Each a word nobody wrote, the same with a letter changed, and with two: what it is read as is the first of the two that the
	 * reader may see.
	 *
	 * @var list<array{string, string, string}>
	 */
	protected array $near = [];

	/** A word in something everybody seeks. */
	protected string $also = '';

	/** @var array<string, string> labels of the vocabulary by id */
	protected array $labels = [];

	protected NaiveOracle $oracle;

	private int $seed = 0;

	/**
	 * @param int $accounts people with an account and a card
	 * @param int $kept people without one
	 */
	protected function drawNetwork(int $seed, int $accounts, int $kept): void {
		mt_srand($seed);
		$this->seed = $seed;
		$this->kernel = self::emptyKernel();
		$this->cards = [];
		$this->marks = [];
		$this->shared = array_map(fn (int $i): string => $this->word('shared', $i), range(1, 6));
		$this->pair = [$this->word('pair', 0), $this->word('pair', 1)];
		$this->acronym = $this->word('acronym', 0);
		$this->also = $this->word('also', 0);
		$this->near = array_map(function (int $i): array {
			$word = $this->word('near', $i);
			return [$word, substr_replace($word, 'v', 5, 1), substr_replace(substr_replace($word, 'w', 7, 1), 'w', 9, 1)];
		}, range(0, 3));
		$this->drawVocabulary($accounts + $kept);
		$this->facilitator('fanny');
		$this->account('admin', ['admin']);
		$this->account('cardless');
		for ($i = 0; $i < $accounts; $i++) {
			$this->account("u$i");
			$this->drawCard($i, "u$i", null, fn (array $parts): array => $this->card("u$i", $parts));
		}
		for ($i = $accounts; $i < $accounts + $kept; $i++) {
			$steward = mt_rand(0, 3) === 0 ? 'fanny' : 'u' . mt_rand(0, $accounts - 1);
			if ($i === $accounts) {
				$this->drawCard($i, null, $steward, fn (array $parts): array => $this->data('POST', '/members', $steward, $parts, 201));
			} else {
				$this->drawCard($i, null, $steward, fn (array $parts): array => $this->keptCard($steward, $parts));
			}
		}
		$this->drawGroups();
		foreach (array_keys($this->cards) as $id) {
			$this->drawStatus($id);
		}
		foreach ($this->memberships as &$row) {
			$row['active'] = $row['active'] && $this->cards[$row['card']]['status'] !== 'withdrawn';
		}
		$this->oracle = new NaiveOracle($this->cards, $this->memberships, ['fanny']);
	}

	/** @return list<string> everybody who can look, those without a card included */
	protected function viewers(): array {
		return [...array_values(array_filter(array_column($this->cards, 'uid'))), 'fanny', 'admin', 'cardless'];
	}

	protected function keeperOf(int $card): string {
		return $this->cards[$card]['uid'] ?? $this->cards[$card]['steward'] ?? 'fanny';
	}

	/** A word that nothing else holds, the same for the same seed. */
	protected function word(string $kind, int $i): string {
		return $kind . strtr(hash('crc32b', "$this->seed $kind $i"), '0123456789', 'ghijlmnpqr') . 'k';
	}

	/** Some of the words that several have: rarely enough that who finds a card by one depends on who asks. */
	protected function someShared(int $most = 6): string {
		$some = [
			...array_filter($this->shared, static fn (): bool => mt_rand(0, 9) === 0),
			...array_filter($this->pair, static fn (): bool => mt_rand(0, 3) === 0),
		];
		return implode(' ', array_slice($some, 0, $most));
	}

	/** @return list<string> */
	protected function someOf(string $kind): array {
		return array_values(array_filter(
			["$kind-a", "$kind-b", "$kind-c", "$kind-d"],
			static fn (): bool => mt_rand(0, 2) === 0,
		));
	}

	/**
	 * @return array<string, list<array{id: string, name: string}>> each territory a card may name, with what contains it, itself first
	 */
	protected static function places(): array {
		$places = [];
		$region = ['id' => 'region:76', 'name' => 'Occitanie'];
		foreach (self::COMMUNES as $code => [$name, $epci, $epciName, $departement, $departementName]) {
			$within = [['id' => "departement:$departement", 'name' => $departementName], $region];
			$places["departement:$departement"] = $within;
			$places["epci:$epci"] = [['id' => "epci:$epci", 'name' => $epciName], ...$within];
			$places["commune:$code"] = [['id' => "commune:$code", 'name' => $name], ...$places["epci:$epci"]];
		}
		return $places;
	}

	/** What a card as a JSON text says, without what JSON writes in another way. */
	protected static function plain(mixed $data): string {
		return json_encode($data, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
	}

	/** The text of a page without its markup. */
	protected static function readableText(string $html): string {
		return html_entity_decode(strip_tags($html));
	}

	/** What the page brings along under a key, null where it brings nothing. */
	protected static function state(string $html, string $key): mixed {
		$found = preg_match("/id=\"initial-state-reseau-$key\" value=\"([^\"]*)\"/", $html, $match) === 1;
		return $found ? json_decode((string)base64_decode($match[1], true), true, 64, JSON_THROW_ON_ERROR) : null;
	}

	/**
	 * Words that several people write speak of the themes.
	 *
	 * @return array<string, list<string>> by theme
	 */
	protected function giveWords(): array {
		$words = [];
		foreach (['theme-a', 'theme-b', 'theme-c', 'theme-d'] as $i => $theme) {
			$words[$theme] = [$this->shared[$i], $this->also, $this->pair[$i % 2]];
		}
		$this->load(['values' => [], 'themes' => array_map(fn (string $id, array $its): array => ['id' => $id, 'fr' => $this->labels[$id], 'words' => $its], array_keys($words), $words)]);
		return $words;
	}

	/** No mark anywhere in an answer that this viewer may not read. */
	protected function assertNothingHidden(string $viewer, mixed $answer, string $where): void {
		$text = self::plain($answer);
		foreach ($this->marks as $card => $parts) {
			foreach ($parts as $part => $marks) {
				foreach ($marks as $mark) {
					if (str_contains($text, $mark) && !$this->oracle->mayRead($viewer, $card, $part)) {
						self::fail("$part of card $card ({$this->cards[$card]['audience'][$part]}, {$this->cards[$card]['status']}) leaked by $where");
					}
				}
			}
		}
		$this->addToAssertionCount(1);
	}

	private function drawVocabulary(int $cards): void {
		$lists = [];
		$this->labels = [];
		foreach (['values' => 'value', 'sectors' => 'sector', 'themes' => 'theme', 'publics' => 'public'] as $list => $kind) {
			foreach ([...range('a', 'd'), ...array_map(static fn (int $i): string => "{$i}zz", range(0, $cards - 1))] as $i => $end) {
				$this->labels["$kind-$end"] = ucfirst($this->word("{$kind}label", $i));
				$lists[$list][] = ['id' => "$kind-$end", 'fr' => $this->labels["$kind-$end"]];
			}
		}
		$this->load($lists + ['glossary' => [[
			'term' => $this->word('term', 0), 'acronyms' => [$this->acronym], 'synonyms' => [implode(' ', $this->pair)], 'themes' => ['theme-a'],
		]]]);
	}

	/** @param callable(array<string, mixed>): array<string, mixed> $make */
	private function drawCard(int $i, ?string $uid, ?string $steward, callable $make): void {
		$commune = (string)array_keys(self::COMMUNES)[$i];
		$audience = [];
		$marks = [];
		foreach (Part::cases() as $part) {
			$audience[$part->value] = self::LEVELS[mt_rand(0, 3)];
			$marks[$part->value] = $this->word($part->value, $i);
		}
		$website = $this->word('website', $i);
		$text = fn (string $part, int $most = 6): string => trim("{$marks[$part]} {$this->someShared($most)}");
		$parts = [
			'name' => 'Nom ' . $this->word('name', $i),
			'headline' => $text('headline', 3),
			'seeks' => [
				['text' => $text('seeks'), 'terms' => ["theme-{$i}zz", ...$this->someOf('theme'), ...$this->someOf('sector')]],
				['text' => trim($this->also . ' ' . $this->someShared()), 'terms' => $this->someOf('public')],
				...$this->everyday('seeks'),
			],
			'offers' => [...$this->everyday('offers'), ['text' => $text('offers'), 'terms' => [...$this->someOf('theme'), ...$this->someOf('public')]]],
			'values' => [ucfirst($marks['values']), ...$this->someOf('value')],
			'sectors' => ["sector-{$i}zz", ...$this->someOf('sector')],
			'territories' => [['code' => $commune, 'kind' => 'commune', 'name' => ''], ...$this->somewhereElse()],
			'contact' => ['email' => "{$marks['contact']}@example.org", 'website' => "https://www.example.org/$website", 'phone' => $text('phone', 1)],
		];
		foreach (self::TEXTS as $part) {
			$parts[$part] = $text($part);
		}
		foreach (self::wordParts() as $part) {
			$parts[$part] = [$text($part), ...mt_rand(0, 3) === 0 ? [$this->shared[mt_rand(0, 5)]] : []];
		}
		$parts['drives'] .= ' ' . $this->near[$i % 4][1];
		$parts['limits'] .= ' ' . $this->near[($i + 1) % 4][2];
		$card = $make($parts + ['audience' => $audience]);
		$this->cards[$card['id']] = ['uid' => $uid, 'steward' => $steward, 'status' => $card['status'], 'audience' => $audience, 'parts' => $parts];
		$this->marks[$card['id']] = [
			'sectors' => ["sector-{$i}zz"],
			'territories' => ["\"code\":\"$commune\""],
			'contact' => [$marks['contact'], $website],
			'seeks' => [$marks['seeks'], "theme-{$i}zz"],
			'values' => [ucfirst($marks['values'])],
		] + array_map(static fn (string $mark): array => [$mark], $marks);
	}

	/**
	 * Sentences of everyday life, which Réseau knows something of, and what their person chose that they are about.
	 *
	 * @return list<array{text: string, terms: list<string>, about?: string}> as items of `$part`, seeks or offers
	 */
	protected function everyday(string $part): array {
		return [];
	}

	/** @return list<array{code: string, kind: string, name: string}> */
	private function somewhereElse(): array {
		$codes = array_keys(self::places());
		$place = explode(':', $codes[mt_rand(0, count($codes) - 1)]);
		return $place[0] === 'commune' ? [] : [['code' => $place[1], 'kind' => $place[0], 'name' => '']];
	}

	private function drawGroups(): void {
		$this->memberships = [];
		foreach (self::GROUPS as $group) {
			$chosen = (array)array_rand($this->cards, 5);
			$this->group($group, ...array_map(static fn (int $id): array => ['id' => $id], $chosen));
			$gone = array_values(array_filter($chosen, static fn (): bool => mt_rand(0, 2) === 0));
			$this->load([['id' => $group, 'title' => "Groupe $group", 'purpose' => '', 'memberships' => array_map(
				static fn (int $id): array => ['member' => "m$id", 'role' => 'membre', 'left' => '2026-11-24'],
				$gone,
			)]]);
			foreach ($chosen as $id) {
				$this->memberships[] = ['group' => $group, 'card' => $id, 'active' => !in_array($id, $gone, true)];
			}
		}
	}

	private function drawStatus(int $id): void {
		$keeper = $this->keeperOf($id);
		// One that the facilitators keep together is there for certain.
		$last = $id === array_key_last($this->cards);
		$status = $last ? 'published' : ['published', 'published', 'published', 'paused', 'withdrawn'][mt_rand(0, 4)];
		if ($status !== 'published' && $this->cards[$id]['status'] !== 'draft') {
			$version = $this->data('GET', "/members/$id", $keeper)['version'];
			$this->data('PUT', "/members/$id/status", $keeper, ['status' => $status, 'version' => $version]);
			$this->cards[$id]['status'] = $status;
		}
		if ($this->cards[$id]['steward'] !== null && ($last || mt_rand(0, 2) === 0)) {
			$this->data('PUT', "/members/$id/steward", $keeper, ['uid' => null]);
			$this->cards[$id]['steward'] = null;
		}
	}

	/** @return list<string> parts that are lists of words of one's own */
	protected static function wordParts(): array {
		return array_values(array_map(static fn (Part $part): string => $part->value, array_filter(Part::ofCard(), static fn (Part $part): bool => $part->kind() === PartKind::Words)));
	}
}
