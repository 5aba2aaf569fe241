<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Integration;

use OCA\Reseau\Integration\MemberSearchProvider;
use OCA\Reseau\Member\FirstAnswer\FirstDirectory;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\SearchQuery;

/**
 * Random networks, every viewer, everything a search can reveal: who is found and who is not, how many, the counts of every
 * criterion, the excerpts, the corrections of a mistyped word, how many a wider query would find, the page
 * itself. Compared with NaiveSearch: nothing more, and nothing missing.
 */
#[Group('databases')]
class SearchLeakTest extends RandomNetworkTestCase {
	private const NETWORKS = 2;
	private const ACCOUNTS = 7;
	private const KEPT = 5;

	/** Enough to see that another database answers alike. */
	private const SOME = ['u0', 'u1', 'fanny', 'cardless'];

	private NaiveSearch $search;
	private int $triples = 0;
	/** Answers with people who have only some of the words. */
	private int $partly = 0;
	private string $where = '';

	/** @var array<string, string> ids by the word used in place of them */
	private array $instead = [];

	public function testASearchRevealsNeitherMoreNorLessThanAllowed(): void {
		$elsewhere = getenv('RESEAU_DSN') !== false;
		for ($seed = 1; $seed <= ($elsewhere ? 1 : self::NETWORKS); $seed++) {
			$this->drawNetwork($seed, self::ACCOUNTS, self::KEPT);
			$this->search = $this->naiveSearch();
			foreach ($elsewhere ? self::SOME : $this->viewers() as $viewer) {
				$this->where = "$viewer, network $seed";
				$this->checkEveryMark($viewer);
				$this->checkTypingErrors($viewer);
				foreach ($this->someQuestions($viewer) as [$q, $facet]) {
					$this->checkQuestion($viewer, $q, $facet);
					$this->checkPage($viewer, $q, $facet);
					if ($facet === []) {
						$this->checkUnifiedSearch($viewer, $q);
					}
				}
				$words = (array)array_rand(array_flip($this->words()), 10);
				foreach ($words as $i => $word) {
					$this->checkUnifiedSearch($viewer, $word);
					$this->checkQuestion($viewer, "$word {$words[($i + 1) % 10]}", []);
				}
				$this->checkGlossary($viewer);
				$this->checkGroupsOfOthers($viewer);
			}
		}
		self::assertGreaterThanOrEqual($elsewhere ? 15_000 : 80_000, $this->triples);
		self::assertGreaterThanOrEqual($elsewhere ? 5 : 40, $this->partly);
	}

	/**
	 * After words were merged, retired and adopted: who is found and counted by them depends on the same parts as before, and no
	 * word hidden from a viewer is revealed.
	 */
	public function testChangesOfTheVocabularyRevealNothing(): void {
		$this->drawNetwork(7, self::ACCOUNTS, self::KEPT);
		$own = array_map(static fn (array $card): string => $card['parts']['values'][0], $this->cards);
		$adopted = array_slice($own, 0, 6, true);
		foreach (array_keys($adopted) as $card) {
			// As values of the network they are no secret any more; whose they are, is.
			unset($this->marks[$card]['values']);
		}
		$label = ucfirst($this->word('adopted', 0));
		$this->data('POST', '/vocabulary/terms', 'fanny', ['list' => 'values', 'labels' => ['fr' => $label], 'meaning' => '', 'spellings' => array_values($adopted)], 201);
		$this->setState('value-b', 'merged', 'value-a');
		$this->setState('theme-d', 'merged', 'theme-c');
		$this->setState('sector-b', 'retired');
		$id = strtolower($label);
		$this->labels[$id] = $label;
		$this->instead = array_fill_keys($adopted, $id) + ['value-b' => 'value-a', 'theme-d' => 'theme-c'];
		$this->search = $this->naiveSearch();
		foreach ($this->viewers() as $viewer) {
			$this->where = $viewer;
			$this->checkWordsInUse($viewer);
			foreach ([['value', [$id]], ['value', ['value-a']], ['theme', ['theme-c', 'theme-a']], ['sector', ['sector-b']]] as [$of, $terms]) {
				$this->checkQuestion($viewer, '', [$of => $terms]);
			}
			// An address kept since before, and the word itself.
			foreach (['value' => ['value-b' => 'value-a', $adopted[array_key_first($adopted)] => $id], 'theme' => ['theme-d' => 'theme-c']] as $of => $before) {
				foreach ($before as $was => $is) {
					self::assertSame($this->directory($viewer, '', [$of => [$is]]), $this->directory($viewer, '', [$of => [$was]]), "$was for $viewer");
				}
			}
			foreach (array_slice($adopted, 0, 2) as $word) {
				$found = array_column($this->directory($viewer, $word)['members'], 'id');
				self::assertEqualsCanonicalizing($this->search->hits($viewer, '', ['value' => [$id]]), $found, "$word for $viewer");
			}
			$this->checkQuestion($viewer, $label, []);
		}
	}

	/** How many have each word, and for facilitators the words outside of the vocabulary. */
	private function checkWordsInUse(string $viewer): void {
		$lists = $this->data('GET', '/vocabulary/terms', $viewer)['lists'];
		foreach (['values' => ['value'], 'sectors' => ['sector', 'theme'], 'themes' => ['theme'], 'publics' => ['theme']] as $list => $facets) {
			foreach ($lists[$list] as $term) {
				$people = array_merge(...array_map(fn (string $of): array => $this->search->hits($viewer, '', [$of => [$term['slug']]]), $facets));
				self::assertSame(count(array_unique($people)), $term['count'], "{$term['slug']} for $viewer");
			}
		}
		$reply = $this->ask('GET', '/vocabulary/own-words', $viewer);
		if ($viewer !== 'fanny') {
			self::assertSame(403, $reply->status, $viewer);
			return;
		}
		$shown = [];
		foreach ($reply->data()['groups'] as ['words' => $words, 'count' => $count]) {
			self::assertSame([1, 1], [count($words), $count]);
			$shown[] = $words[0]['word'];
		}
		$expected = array_keys(array_filter(
			$this->search->counts($viewer, '', [], 'value'),
			fn (int $count, string $word): bool => !isset($this->labels[$word]) && $count > 0,
			ARRAY_FILTER_USE_BOTH,
		));
		self::assertNotEmpty($expected);
		self::assertLessThan(count($this->cards) - 6, count($expected), 'some are hidden');
		self::assertEqualsCanonicalizing($expected, $shown);
	}

	private function setState(string $slug, string $state, string $into = ''): void {
		$terms = [];
		foreach ($this->data('GET', '/vocabulary/terms', 'fanny')['lists'] as $list) {
			$terms += array_column($list, null, 'slug');
		}
		$this->data('PUT', "/vocabulary/terms/{$terms[$slug]['id']}/state", 'fanny', ['state' => $state, 'into' => $terms[$into]['id'] ?? null, 'version' => $terms[$slug]['version']]);
	}

	/**
	 * All that a viewer may not see is rewritten, a day later: cards that only their keeper sees, parts of others,
	 * members of groups the viewer is not in. The answers stay the same to the byte, order and cursors included.
	 */
	public function testHiddenDataDoesNotAffectTheOrder(): void {
		$this->drawNetwork(101, self::ACCOUNTS, self::KEPT);
		$this->search = $this->naiveSearch();
		foreach (self::SOME as $viewer) {
			$this->where = $viewer;
			$questions = $this->questionsOfOrder($viewer);
			$before = $this->everything($viewer, $questions);
			$this->rewriteWhatIsHiddenFrom($viewer);
			foreach ($this->everything($viewer, $questions) as $asked => $answer) {
				self::assertSame($before[$asked], $answer, "$asked by $this->where");
			}
		}
	}

	/** @return list<array{string, array<string, list<string>>}> questions that find several, for one word or for another */
	private function questionsOfOrder(string $viewer): array {
		$questions = [['', []], ['nom', []], ["{$this->also} nom", []], [$this->acronym, []], ["nom $this->acronym", []]];
		foreach ($this->near as [$wrong]) {
			$questions[] = [$wrong, []];
		}
		foreach ($this->shared as $i => $word) {
			array_push($questions, [$word, []], ["$word {$this->shared[($i + 1) % 6]}", []]);
		}
		$choices = $this->choices($viewer);
		foreach (['theme', 'territory', 'group'] as $facet) {
			$questions[] = ['', array_filter([$facet => array_slice($choices[$facet] ?? [], 0, 2)])];
		}
		return $questions;
	}

	/**
	 * @param list<array{string, array<string, list<string>>}> $questions
	 * @return array<string, string> answers as they came, by what was asked
	 */
	private function everything(string $viewer, array $questions): array {
		$answers = ['home' => $this->ask('GET', '/home', $viewer)->body];
		foreach ($questions as [$q, $facet]) {
			foreach (['', 'recent'] as $sort) {
				$cursor = '';
				for ($page = 1; $cursor !== null; $page++) {
					$query = array_filter(['q' => $q, 'facet' => $facet, 'sort' => $sort, 'cursor' => $cursor, 'limit' => 3]);
					$reply = $this->ask('GET', '/members', $viewer, $query);
					$asked = "« $q » " . json_encode($facet) . " by $sort, page $page";
					$answers[$asked] = $reply->body;
					$answers["handouts of $asked"] = $this->ask('GET', '/members/handouts', $viewer, $query)->body;
					$cursor = $reply->data()['next'];
				}
			}
		}
		return $answers;
	}

	private function rewriteWhatIsHiddenFrom(string $viewer): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 86_400);
		$rewritten = 0;
		foreach ($this->cards as $id => $card) {
			if ($this->oracle->keeps($viewer, $id)) {
				continue;
			}
			$hidden = $this->oracle->knows($viewer, $id)
				? array_filter(array_keys($card['audience']), fn (string $part): bool => !$this->oracle->mayRead($viewer, $id, $part))
				: ['name', ...array_keys($card['audience'])];
			$keeper = $this->keeperOf($id);
			$now = $this->data('GET', "/members/$id", $keeper);
			$changes = array_intersect_key($this->rewritten($now['contact'], $hidden), array_flip([...$hidden, 'contact']));
			$this->data('PUT', "/members/$id", $keeper, ['version' => $now['version']] + $changes);
			$rewritten += count($hidden);
		}
		self::assertGreaterThan(20, $rewritten);
		$this->data('POST', '/members', $viewer === 'u0' ? 'u1' : 'u0', ['name' => 'Nom', 'drives' => implode(' ', $this->shared)], 201);
		foreach (self::GROUPS as $group) {
			if (!in_array($this->groupId($group), $this->search->groupsOfAccount($viewer), true)) {
				$this->addSomebodyTo($group, $viewer);
			}
		}
		$this->oracle = new NaiveOracle($this->cards, $this->memberships, ['fanny']);
		$this->search = $this->naiveSearch();
	}

	private function addSomebodyTo(string $group, string $butNot): void {
		$known = array_column(array_filter($this->memberships, static fn (array $row): bool => $row['group'] === $group), 'card');
		$others = array_diff(array_keys(array_filter($this->cards, static fn (array $card): bool
			=> $card['uid'] !== $butNot && $card['status'] === 'published')), $known);
		if ($others !== []) {
			$card = $others[array_rand($others)];
			$this->group($group, ['id' => $card]);
			$this->memberships[] = ['group' => $group, 'card' => $card, 'active' => true];
		}
	}

	/**
	 * A card made of words that others have in what the viewer sees.
	 *
	 * @param array<string, string> $contact as it was
	 * @param list<string> $hidden
	 * @return array<string, mixed>
	 */
	private function rewritten(array $contact, array $hidden): array {
		$words = fn (int $most): string => trim("{$this->someShared($most)} nom $this->also " . ($most > 5 ? $this->near[mt_rand(0, 3)][mt_rand(1, 2)] : ''));
		$item = fn (): array => ['text' => $words(6), 'terms' => [...$this->someOf('theme'), ...$this->someOf('public')]];
		$new = ['email' => 'nom@example.org', 'website' => 'https://www.example.org/nom', 'phone' => $words(1)];
		$unseen = [...in_array('contact', $hidden, true) ? ['email', 'website'] : [], ...in_array('phone', $hidden, true) ? ['phone'] : []];
		return [
			'name' => 'Nom ' . $words(2), 'headline' => $words(3), 'drives' => $words(6), 'seeks' => [$item(), $item()], 'offers' => [$item()],
			'values' => $this->someOf('value'), 'sectors' => $this->someOf('sector'),
			'territories' => [['code' => '11206', 'kind' => 'commune', 'name' => '']],
			'organisation' => $words(5), 'role' => $words(5), 'availability' => $words(6), 'limits' => $words(6),
			'contact' => array_intersect_key($new, array_flip($unseen)) + $contact,
		] + array_map(static fn (): array => [$words(6)], array_flip(self::wordParts()));
	}

	/** Every word of every card is found by the people who may read it, and by no one else. */
	private function checkEveryMark(string $viewer): void {
		foreach ($this->words() as $word) {
			$answer = $this->directory($viewer, $word);
			self::assertEqualsCanonicalizing($this->search->hits($viewer, $word), array_column($answer['members'], 'id'), "$word for $this->where");
			$this->checkAnswer($viewer, $word, [], $answer);
		}
		foreach (array_keys(array_values($this->cards)) as $i) {
			foreach (['sector' => "sector-{$i}zz", 'seek' => "theme-{$i}zz", 'theme' => "theme-{$i}zz"] as $of => $term) {
				$answer = $this->directory($viewer, '', [$of => [$term]]);
				$expected = $this->search->hits($viewer, '', [$of => [$term]]);
				self::assertEqualsCanonicalizing($expected, array_column($answer['members'], 'id'), "$of $term for $this->where");
				self::assertSame(count($expected), $answer['total'], "$of $term for $this->where");
				$this->triples += count($this->cards);
			}
		}
	}

	/** What the glossary knows by another name is found as if it had been typed. */
	private function checkGlossary(string $viewer): void {
		$answer = $this->directory($viewer, $this->acronym);
		$expected = $this->search->hitsOfGlossary($viewer, $this->pair, 'theme-a');
		self::assertEqualsCanonicalizing($expected, array_column($answer['members'], 'id'), "the glossary for $this->where");
		self::assertSame(count($expected), $answer['total'], "the glossary for $this->where");
		$this->assertNothingHidden($viewer, $answer, "the glossary for $this->where");
		$this->triples += count($this->cards);
	}

	/** A mark with one letter wrong is read as the mark where it may be read, and otherwise as nothing. */
	private function checkTypingErrors(string $viewer): void {
		foreach ($this->near as [$wrong, $near, $nearly]) {
			$answer = $this->directory($viewer, $wrong);
			$seen = array_filter([$near, $nearly], fn (string $word): bool => $this->search->isVisible($viewer, $word));
			$meant = array_slice($seen, 0, 1);
			self::assertSame($meant, array_column($answer['corrected'] ?? [], 'to'), "$wrong for $this->where");
			$expected = $meant === [] ? [] : $this->search->hits($viewer, $meant[0]);
			self::assertEqualsCanonicalizing($expected, array_column($answer['members'], 'id'), "$wrong for $this->where");
			$this->triples += count($this->cards);
		}
		foreach ($this->words() as $i => $word) {
			if ($i % 6 > 0) {
				continue;
			}
			$wrong = match (intdiv($i, 6) % 4) {
				0 => substr_replace($word, 'z', -4, 1),
				1 => substr_replace($word, '', -4, 1),
				2 => substr_replace($word, 'z', -4, 0),
				3 => substr($word, 0, -5) . $word[-4] . $word[-5] . substr($word, -3),
			};
			if ($wrong === $word) {
				continue;
			}
			$answer = $this->directory($viewer, $wrong);
			$this->triples += count($this->cards);
			foreach ($answer['corrected'] ?? [] as $correction) {
				self::assertSame($wrong, $correction['from'], $this->where);
				foreach (NaiveSearch::words($correction['to']) as $to) {
					self::assertTrue($this->search->isVisible($viewer, $to), "$wrong is read as $to for $this->where");
				}
			}
			$expected = $this->search->hits($viewer, $word);
			self::assertEqualsCanonicalizing($expected, array_column($answer['members'], 'id'), "$wrong for $this->where");
			self::assertSame($expected === [] ? [] : [$word], array_map(strtolower(...), array_column($answer['corrected'] ?? [], 'to')), "$wrong for $this->where");
			self::assertSame(count($expected), $answer['total']);
			$this->assertNothingHidden($viewer, $answer, $wrong);
		}
	}

	/** @return list<array{string, array<string, list<string>>}> different ones for each viewer, so that every query is used */
	private function someQuestions(string $viewer): array {
		$questions = $this->questions($viewer);
		shuffle($questions);
		$theme = $this->choices($viewer)['theme'];
		// Which nobody has all of, for most.
		$near = [["{$this->also} {$this->shared[mt_rand(0, 5)]}", ['theme' => [$theme[array_rand($theme)]]]], [implode(' ', $this->shared), []]];
		return [['', []], ...$near, ...array_slice($questions, 0, 14)];
	}

	/**
	 * Questions whose answer is long enough to count: shared words alone and together, beginnings, labels, every criterion.
	 *
	 * @return list<array{string, array<string, list<string>>}>
	 */
	private function questions(string $viewer): array {
		$one = fn (): string => $this->shared[mt_rand(0, count($this->shared) - 1)];
		$questions = [['nom', []], ['no', []], ['n', []], ['NOM ' . ucfirst($one()), []], ["{$this->also}, {$one()}", []], ["« {$one()} » {$one()}", []]];
		foreach ([...$this->shared, 'headline', 'seeks', 'offers', 'organisation', 'contact', 'phone'] as $word) {
			$questions[] = [$word, []];
		}
		foreach (['sector-a', 'theme-b', 'value-c', 'public-d'] as $term) {
			$questions[] = [$this->labels[$term], []];
		}
		foreach ($this->choices($viewer) as $facet => $terms) {
			shuffle($terms);
			$questions[] = ['', [$facet => array_slice($terms, 0, 1)]];
			$questions[] = [$one(), [$facet => array_slice($terms, 0, 2)]];
			$other = NaiveSearch::FACETS[mt_rand(0, 7)];
			$otherTerms = $this->choices($viewer)[$other] ?? [];
			if ($otherTerms !== []) {
				$questions[] = [mt_rand(0, 1) === 0 ? '' : $one(), [$facet => array_slice($terms, 0, 3), $other => [$otherTerms[array_rand($otherTerms)]]]];
			}
		}
		return $questions;
	}

	/** @return array<string, list<string>> terms of every criterion, also some that nobody may be found by */
	private function choices(string $viewer): array {
		$choices = ['kind' => ['account', 'kept']];
		foreach (['sector' => 'sector', 'value' => 'value', 'theme' => 'theme', 'seek' => 'theme', 'offer' => 'public'] as $facet => $kind) {
			$choices[$facet] = ["$kind-a", "$kind-b", "$kind-c", "$kind-d"];
		}
		$choices['territory'] = ['departement:11', 'departement:12', 'departement:30', 'departement:34', 'region:76', 'commune:11206', 'epci:200068641'];
		$choices['group'] = $this->search->groupsOfAccount($viewer);
		return array_filter($choices);
	}

	/** @param array<string, list<string>> $facet */
	private function checkQuestion(string $viewer, string $q, array $facet): void {
		$asked = "« $q » " . json_encode($facet);
		$expected = $this->search->near($viewer, $q, $facet) ?? $this->search->hits($viewer, $q, $facet);
		foreach (['', ['name', 'recent', $q === '' ? 'name' : 'relevance'][mt_rand(0, 2)]] as $sort) {
			$found = [];
			$cursor = '';
			do {
				$answer = $this->directory($viewer, $q, $facet, ['cursor' => $cursor, 'limit' => 4] + ($sort === '' ? [] : ['sort' => $sort]));
				$this->checkAnswer($viewer, $q, $facet, $answer);
				$found = [...$found, ...array_column($answer['members'], 'id')];
				$cursor = $answer['next'];
			} while ($cursor !== null);
			self::assertEqualsCanonicalizing($expected, $found, "$asked by $sort for $this->where");
			$handouts = $this->data('GET', '/members/handouts', $viewer, array_filter(['q' => $q, 'facet' => $facet, 'sort' => $sort]) + ['limit' => 100]);
			self::assertSame([$found, count($expected)], [array_column($handouts['members'], 'id'), $handouts['total']], "handouts of $asked by $sort for $this->where");
			$this->assertNothingHidden($viewer, $handouts, "handouts of $asked for $this->where");
			if ($sort === 'name' || ($sort === '' && $q === '')) {
				$own = $q === '' && $facet === [] ? [] : $this->search->ownOf($viewer);
				$names = array_map(fn (int $id): array => [in_array($id, $own, true), implode(' ', NaiveSearch::words($this->cards[$id]['parts']['name']))], $found);
				$sorted = $names;
				sort($sorted);
				self::assertSame($sorted, $names, "$asked for $this->where");
			}
		}
		foreach ($this->triples % 3 === 0 ? NaiveSearch::FACETS : [NaiveSearch::FACETS[mt_rand(0, 7)]] as $of) {
			$choices = $this->data('GET', '/members/facets', $viewer, ['q' => $q, 'facet' => $facet, 'of' => $of])['choices'];
			$this->checkChoices($viewer, $q, $facet, $of, $choices);
		}
	}

	/**
	 * All a page of an answer says.
	 *
	 * @param array<string, list<string>> $facet
	 * @param array<string, mixed> $answer
	 */
	private function checkAnswer(string $viewer, string $q, array $facet, array $answer): void {
		$this->triples += count($this->cards);
		$asked = "« $q » " . json_encode($facet) . " for $this->where";
		$all = $this->search->hits($viewer, $q, $facet);
		$near = $this->search->near($viewer, $q, $facet);
		$total = count($near ?? $all);
		self::assertSame([$total, false], [$answer['total'], $answer['more']], $asked);
		self::assertSame(match (true) {
			$near === null => null,
			$all === [] => 'nobody',
			default => 'only_you',
		}, $answer['near'] ?? null, $asked);
		$this->partly += $near === null ? 0 : 1;
		self::assertArrayNotHasKey('corrected', $answer, $asked);
		self::assertNull($answer['facets'], $asked);
		foreach ($answer['wider'] ?? [] as $wider) {
			self::assertTrue($near === null ? $total < 5 : $wider['without'] !== 'word', $asked);
			$words = ['q' => '', 'word' => $wider['q'] ?? ''][$wider['without']] ?? $q;
			$left = $this->search->hits($viewer, $words, array_diff_key($facet, [$wider['without'] => 0]));
			self::assertSame([count($left), false], [$wider['total'], $wider['more']], "$asked, without {$wider['without']}");
		}
		foreach ($answer['members'] as $summary) {
			$this->checkSummary($viewer, $q, $summary, $asked);
		}
		$this->assertNothingHidden($viewer, $answer, $asked);
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @param list<array{id: string, label: string, count: int}> $choices
	 * @param int $most how many come at most, in addition to the chosen ones: those that leave the most people
	 */
	private function checkChoices(string $viewer, string $q, array $facet, string $of, array $choices, int $most = PHP_INT_MAX): void {
		$asked = "$of of « $q » " . json_encode($facet) . " for $this->where";
		$expected = $this->search->counts($viewer, $q, $facet, $of);
		$counts = array_column($choices, 'count', 'id');
		$further = array_diff_key($expected, $counts);
		if ($further !== []) {
			self::assertCount($most + count($facet[$of] ?? []), $choices, $asked);
			self::assertLessThanOrEqual(end($counts), max($further), $asked);
			$expected = array_diff_key($expected, $further);
		}
		ksort($expected);
		ksort($counts);
		self::assertSame($expected, $counts, $asked);
		$place = static fn (array $choice): array => [in_array($choice['id'], $facet[$of] ?? [], true) ? 0 : 1, -$choice['count']];
		$order = array_map($place, $choices);
		$sorted = $order;
		sort($sorted);
		self::assertSame($sorted, $order, $asked);
		foreach ($choices as $choice) {
			$label = $this->search->label($of, (string)$choice['id']);
			self::assertNotSame('', $choice['label'], $asked);
			self::assertSame($label ?? $choice['label'], $choice['label'], $asked);
		}
	}

	/** @param array<string, mixed> $summary */
	private function checkSummary(string $viewer, string $q, array $summary, string $asked): void {
		$id = $summary['id'];
		$card = $this->cards[$id];
		self::assertSame([$card['parts']['name'], $card['uid']], [$summary['name'], $summary['uid']], $asked);
		foreach (['seeks', 'offers'] as $part) {
			$first = $this->oracle->mayRead($viewer, $id, $part) ? $card['parts'][$part][0]['text'] : null;
			self::assertSame($first, $summary[$part] ?? null, "$part of $id, $asked");
		}
		$values = array_values(array_unique(array_map(fn (string $value): string => $this->instead[$value] ?? $value, $card['parts']['values'])));
		$values = array_map(fn (string $value): string => $this->labels[$value] ?? $value, $values);
		self::assertSame($this->oracle->mayRead($viewer, $id, 'values') ? $values : null, $summary['values'] ?? null, "values of $id, $asked");
		self::assertSame($card['uid'] === null, isset($summary['steward']), $asked);
		if (NaiveSearch::words($q) === []) {
			self::assertSame([], $summary['found'] ?? [], $asked);
			return;
		}
		$parts = $this->search->partsWith($viewer, $id, $q);
		self::assertNotEmpty($summary['found'] ?? [], "where the words stand in $id, $asked");
		foreach ($summary['found'] as ['part' => $part, 'pieces' => $pieces]) {
			self::assertContains($part, $parts, $asked);
			$marked = array_filter($pieces, static fn (int $i): bool => $i % 2 === 1, ARRAY_FILTER_USE_KEY);
			self::assertNotEmpty($marked, "$part of $id, $asked");
			foreach ($marked as $piece) {
				self::assertTrue(self::isOneOf($piece, $q), "$piece in $part of $id, $asked");
			}
		}
	}

	/** Whether a marked piece is a word of the question, or begins with the last one. */
	private static function isOneOf(string $piece, string $q): bool {
		$asked = NaiveSearch::words($q);
		$words = NaiveSearch::words($piece);
		return array_filter($words, static fn (string $word): bool => in_array($word, $asked, true) || str_starts_with($word, (string)end($asked))) !== [];
	}

	/** The page as it arrives says what the API answers and nothing else. */
	private function checkPage(string $viewer, string $q, array $facet): void {
		$query = http_build_query(array_filter(['q' => $q, 'facet' => $facet]));
		$html = $this->kernel->request('GET', "/index.php/apps/reseau/members?$query", $viewer)->body;
		$first = self::state($html, 'first');
		$asked = "the page of « $q » " . json_encode($facet) . " for $this->where";
		self::assertSame('/members', $first['path'], $asked);
		$answer = $this->directory($viewer, $q, $facet, []);
		// Only a page without scripts has choices to begin with.
		foreach ($first['directory']['facets'] ?? [] as $of => $choices) {
			$this->checkChoices($viewer, $q, $facet, $of, $choices, FirstDirectory::MOST);
		}
		$first['directory']['facets'] = null;
		self::assertEquals($answer, $first['directory'], $asked);
		$this->assertNothingHidden($viewer, [html_entity_decode($html), self::readableText($html), $first], $asked);
		$shown = self::readableText((string)strstr($html, '<div id="reseau-first"'));
		foreach ($first['directory']['members'] as $summary) {
			self::assertTrue(str_contains($shown, $summary['name']), "{$summary['name']} on $asked");
		}
		$this->triples += count($this->cards);
	}

	/** Nextcloud's own search finds the same people, from the second letter on, and shows nothing else of them. */
	private function checkUnifiedSearch(string $viewer, string $q): void {
		$provider = $this->kernel->get(MemberSearchProvider::class);
		$user = $this->kernel->get(IUserManager::class)->get($viewer);
		$asked = "unified search of « $q » for $this->where";
		$entries = [];
		$cursor = null;
		do {
			$page = json_decode(self::plain($provider->search($user, new SearchQuery($q, 4, $cursor))), true, 16, JSON_THROW_ON_ERROR);
			$entries = [...$entries, ...$page['entries']];
			$cursor = $page['cursor'];
		} while ($page['isPaginated']);
		$expected = strlen($q) < 2 ? [] : array_map(fn (int $id): string => $this->cards[$id]['parts']['name'], $this->search->hits($viewer, $q));
		self::assertEqualsCanonicalizing($expected, array_column($entries, 'title'), $asked);
		$this->assertNothingHidden($viewer, $entries, $asked);
		$this->triples += count($this->cards);
	}

	/** A group the viewer is not in gives the same answers as one that does not exist. */
	private function checkGroupsOfOthers(string $viewer): void {
		$mine = $this->search->groupsOfAccount($viewer);
		$nowhere = $this->ask('GET', '/members', $viewer, ['facet' => ['group' => ['987654']]]);
		foreach (array_diff(array_map($this->groupId(...), self::GROUPS), $mine) as $other) {
			$reply = $this->ask('GET', '/members', $viewer, ['facet' => ['group' => [$other]]]);
			self::assertSame(
				[$nowhere->status, $nowhere->body],
				[$reply->status, strtr($reply->body, ["\"$other\"" => '"987654"'])],
				"group $other for $this->where",
			);
			$this->triples += count($this->cards);
		}
	}

	/** @return list<string> every mark that can be searched for */
	private function words(): array {
		$words = [];
		foreach ($this->cards as $card => $facts) {
			$words = [...$words, ...array_slice(NaiveSearch::words($facts['parts']['name']), 1)];
			foreach ($this->marks[$card] as $marks) {
				$words = [...$words, ...array_filter(array_map(strtolower(...), $marks), static fn (string $mark): bool => ctype_alnum($mark))];
			}
		}
		return $words;
	}

	/**
	 * @param array<string, list<string>> $facet
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private function directory(string $viewer, string $q, array $facet = [], array $more = ['limit' => 100]): array {
		return $this->data('GET', '/members', $viewer, array_filter(['q' => $q, 'facet' => $facet] + $more));
	}

	private function naiveSearch(): NaiveSearch {
		$numbers = array_combine(self::GROUPS, array_map($this->groupId(...), self::GROUPS));
		return new NaiveSearch(
			$this->oracle,
			$this->cards,
			array_map(static fn (array $row): array => ['group' => $numbers[$row['group']]] + $row, $this->memberships),
			$this->labels,
			self::places(),
			array_combine($numbers, array_map(static fn (string $ref): string => "Groupe $ref", self::GROUPS)),
			$this->instead,
		);
	}
}
