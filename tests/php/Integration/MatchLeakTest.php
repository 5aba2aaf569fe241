<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Knowledge\KnowledgeBase;
use OCA\Reseau\Matching\Degree;
use OCA\Reseau\Matching\MatchReason;
use OCA\Reseau\Matching\PortraitReader;
use OCA\Reseau\Matching\Rarity;
use OCA\Reseau\Matching\Recipe;
use OCA\Reseau\Vocabulary\Themes;
use OCA\Reseau\Search\Tokenizer;
use PHPUnit\Framework\Attributes\Group;

/** Random networks, every viewer: matches, their reasons and their order are those of the parts the viewer may read, and of nothing else. */
#[Group('databases')]
class MatchLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 3;

	/** Parts that are searched as words; names and places have none of the words in question. */
	private const SEARCHED = ['headline', 'drives', 'seeks', 'offers', 'skills', 'trades', 'organisation', 'role', 'languages', 'networks', 'availability', 'limits'];

	/** Needs and offers of everyday life; whatever their words, some people chose what they are about. */
	private const EVERYDAY = [
		'seeks' => ['Le robinet de la cuisine goutte toutes les nuits', 'Apprendre à tailler mes pommiers', 'Garder mon chien pendant une opération', 'Un local pour répéter avec la chorale', 'Remplir un dossier de retraite'],
		'offers' => ['Plomberie : joints, robinets et fuites', 'Je montre la taille des arbres fruitiers', 'Promener les chiens des voisins', 'Une salle libre le mardi soir', 'Lire ensemble les courriers des caisses de retraite'],
	];
	private const ABOUT = ['learn/fruit-trees', 'hands/plumbing', 'place/choir'];

	protected function everyday(string $part): array {
		$sentences = self::EVERYDAY[$part];
		$about = mt_rand(0, 2) === 0 ? ['about' => self::ABOUT[mt_rand(0, count(self::ABOUT) - 1)]] : [];
		return mt_rand(0, 2) === 0 ? [] : [['text' => $sentences[mt_rand(0, count($sentences) - 1)], 'terms' => []] + $about];
	}

	public function testMatchesComeFromVisiblePartsOnly(): void {
		$elsewhere = getenv('RESEAU_DSN') !== false;
		$found = $none = 0;
		for ($seed = 51; $seed < 51 + ($elsewhere ? 1 : self::NETWORKS); $seed++) {
			$this->drawNetwork($seed, 14, 6);
			$words = $this->giveWords();
			$reader = new PortraitReader(new Themes(Themes::fold($words)), $this->lists(), (new KnowledgeBase())->get());
			$recipe = new Recipe(Rarity::of($this->counts(), count($this->published())));
			foreach ($this->viewers() as $viewer) {
				$own = array_key_first(array_filter($this->cards, static fn (array $card): bool => $card['uid'] === $viewer));
				$mine = $own === null ? null : $reader->read($this->seen($viewer, $own));
				$expected = [];
				foreach (array_keys($this->cards) as $id) {
					if (!$this->oracle->knows($viewer, $id)) {
						$this->assertRefused(404, 'not_found', 'GET', "/matches/$id", $viewer);
						continue;
					}
					$reason = $mine === null || $this->oracle->keeps($viewer, $id) ? null : $recipe->match($mine, $reader->read($this->seen($viewer, $id)));
					$this->assertSays($reason, $this->data('GET', "/matches/$id", $viewer)['match'], "card $id to $viewer, $seed");
					$reason === null ? $none++ : $found++;
					$expected[$id] = $reason;
				}
				$matches = $this->data('GET', '/matches', $viewer)['matches'];
				$last = [INF, INF];
				foreach ($matches as $match) {
					$reason = $expected[$match['member']['id']] ?? null;
					self::assertNotNull($reason, "{$match['member']['id']} to $viewer, $seed");
					$this->assertSays($reason, $match, "{$match['member']['id']} to $viewer, $seed");
					$place = [$reason->degree() === Degree::Sure ? 1 : 0, $reason->strength + 1e-9];
					self::assertLessThanOrEqual($last, [$place[0], $reason->strength], "the order for $viewer, $seed");
					$last = $place;
				}
				self::assertSame(array_slice($matches, 0, 3), $this->data('GET', '/home', $viewer)['meetings'], "home of $viewer, $seed");
				$this->assertNothingHidden($viewer, $matches, "the matches of $viewer, network $seed");
				self::assertStringNotContainsString('"about"', self::plain($matches), 'what other people chose is hidden');
			}
		}
		self::assertGreaterThan(20, $found, 'some people could meet');
		self::assertGreaterThan(100, $none, 'and others could not');
	}

	/** @param ?array<string, mixed> $match */
	private function assertSays(?MatchReason $reason, ?array $match, string $where): void {
		self::assertSame(
			$reason === null ? null : [$reason->best()->seek->text, $reason->best()->offer->text, $reason->direction()->value],
			$match === null ? null : [$match['seek'], $match['offer'], $match['direction']],
			$where,
		);
	}

	/** @return array<string, string> */
	private function lists(): array {
		$lists = [];
		foreach (array_keys($this->labels) as $id) {
			$lists[$id] = ['theme' => 'themes', 'public' => 'publics', 'sector' => 'sectors', 'value' => 'values'][explode('-', $id)[0]];
		}
		return $lists;
	}

	/** @return array<string, mixed> the parts of a card that the viewer may read, by the words of the rule */
	private function seen(string $viewer, int $id): array {
		return array_filter($this->cards[$id]['parts'], fn (string $part): bool => $part === 'name' || $this->oracle->mayRead($viewer, $id, $part), ARRAY_FILTER_USE_KEY);
	}

	/** @return array<array-key, int> on how many published cards every member finds each word */
	private function counts(): array {
		$counts = [];
		foreach ($this->published() as $card) {
			$tokens = [];
			foreach (self::SEARCHED as $part) {
				if (in_array($card['audience'][$part], ['members', 'public'], true)) {
					$value = $card['parts'][$part];
					$texts = is_array($value) ? array_map(static fn (array|string $one): string => is_array($one) ? $one['text'] : $one, $value) : [$value];
					$tokens += array_fill_keys(array_map(Tokenizer::token(...), Tokenizer::of(implode("\n", $texts))), true);
				}
			}
			foreach (array_keys($tokens) as $token) {
				$counts[$token] = ($counts[$token] ?? 0) + 1;
			}
		}
		// A word that is on no such card is as rare as one on a single card.
		return $counts;
	}

	/** @return array<int, array<string, mixed>> */
	private function published(): array {
		return array_filter($this->cards, static fn (array $card): bool => $card['status'] === 'published');
	}
}
