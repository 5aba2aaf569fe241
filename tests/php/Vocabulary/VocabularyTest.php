<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Vocabulary;

use OCA\Reseau\Integration\CatchUpJob;
use OCA\Reseau\Integration\ImportFile;
use OCA\Reseau\Member\Directory\MemberVocabularyListener;
use OCA\Reseau\Tests\NetworkTestCase;
use OCA\Reseau\Vocabulary\TermRules;
use OCA\Reseau\Vocabulary\Vocabulary;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;

/** The network's words in the hands of its facilitators: no card loses a word by it, and the search follows. */
#[Group('databases')]
class VocabularyTest extends NetworkTestCase {
	private const VALUE = ['list' => 'values', 'labels' => ['fr' => 'Entraide', 'en' => 'Mutual aid'], 'meaning' => 'Se prêter la main.', 'spellings' => []];

	protected function setUp(): void {
		parent::setUp();
		array_map($this->account(...), ['alice', 'bob', 'carole']);
		$this->facilitator('fanny');
		$this->facilitator('felix');
	}

	public function testTheSharedLimits(): void {
		$shared = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/vocabulary-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($shared, TermRules::LIMITS);
	}

	public function testEachWordHasTheNumberOfPeopleVisibleToTheViewer(): void {
		$this->card('alice', ['values' => ['ecoute'], 'sectors' => ['arts-culture'], 'offers' => [['text' => 'Un atelier', 'terms' => ['arts-culture', 'permaculture']]]]);
		$this->card('bob', ['values' => ['ecoute'], 'seeks' => [['text' => 'Une scène', 'terms' => ['arts-culture', 'enfants']]], 'audience' => ['values' => 'me']]);
		$counts = function (string $uid): array {
			$counts = [];
			foreach (array_diff_key($this->data('GET', '/vocabulary/terms', $uid)['lists'], ['relations' => 0]) as $list) {
				$counts += array_column($list, 'count', 'slug');
			}
			return $counts;
		};
		// A person with a sector in two parts counts once.
		self::assertSame(['ecoute' => 1, 'arts-culture' => 2, 'permaculture' => 1, 'enfants' => 1], $counts('carole'));
		self::assertSame(1, $counts('fanny')['ecoute']);
		self::assertSame(2, $counts('bob')['ecoute']);
	}

	public function testAWordIsAddedAndOfferedImmediately(): void {
		$made = $this->add();
		self::assertSame(['entraide', 1, ['fr' => 'Entraide', 'en' => 'Mutual aid'], 'Se prêter la main.', 'offered', null, 0], [
			$made['slug'], $made['version'], $made['labels'], $made['meaning'], $made['state'], $made['into'], $made['count'],
		]);
		$values = $this->data('GET', '/vocabulary', 'alice')['values'];
		self::assertSame(['ecoute', 'entraide'], array_column($values, 'id'));
		$this->card('alice', ['values' => ['entraide']]);
		self::assertSame(1, $this->entry('entraide')['count']);
	}

	/** Two lists may have the same word; the id distinguishes them. */
	public function testIdsAreUniqueOverTheListsAndNoNumbers(): void {
		self::assertSame('ecoute-2', $this->add(['list' => 'themes', 'labels' => ['fr' => 'Écoute']])['slug']);
		self::assertSame('n-2030', $this->add(['labels' => ['fr' => '2030']])['slug']);
		$this->card('alice', ['values' => ['n-2030'], 'offers' => [['text' => 'Écouter', 'terms' => ['ecoute-2']]]]);
		self::assertSame([1, 1], [$this->entry('n-2030')['count'], $this->entry('ecoute-2')['count']]);
	}

	public function testARenamedWordKeepsItsIdAndItsPeople(): void {
		$this->card('alice', ['values' => ['ecoute', 'Ecoute !']]);
		$changed = $this->change('ecoute', ['labels' => ['fr' => 'Attention']]);
		self::assertSame(['ecoute', 2, 1], [$changed['slug'], $changed['version'], $changed['count']]);
		// The earlier name is still a spelling of it.
		self::assertSame(['Écoute'], $changed['spellings']);
		self::assertSame(['ecoute'], $this->data('GET', '/members/me', 'alice')['values']);
		foreach (['attention', 'écoute'] as $q) {
			self::assertSame(['Alice'], $this->names('bob', ['q' => $q]), $q);
		}
	}

	/** @return iterable<string, array{array<string, mixed>, int, string, ?string}> */
	public static function refused(): iterable {
		yield 'no label' => [['labels' => ['fr' => ' ', 'en' => 'Care']], 400, 'label_missing', 'labels.fr'];
		yield 'a label no search could find' => [['labels' => ['fr' => '—!']], 400, 'label_missing', 'labels.fr'];
		yield 'no labels at all' => [['labels' => null], 400, 'wrong_type', 'labels'];
		yield 'a list of labels' => [['labels' => ['Soin']], 400, 'wrong_type', 'labels'];
		yield 'a language nobody reads' => [['labels' => ['fr' => 'Soin', 'xx' => 'X']], 400, 'unknown_field', 'labels.xx'];
		yield 'a label that is no text' => [['labels' => ['fr' => ['Soin']]], 400, 'wrong_type', 'labels.fr'];
		yield 'a label of ten thousand characters' => [['labels' => ['fr' => str_repeat('é', 10_000)]], 400, 'too_long', 'labels.fr'];
		yield 'a long meaning' => [['meaning' => str_repeat('é', 501)], 400, 'too_long', 'meaning'];
		yield 'a control character' => [['meaning' => "a\x07"], 400, 'bad_text', 'meaning'];
		yield 'many spellings' => [['spellings' => array_fill(0, 41, 'A')], 400, 'too_many', 'spellings'];
		yield 'a label that is there' => [['labels' => ['fr' => 'ÉCOUTE ']], 409, 'duplicate_label', 'labels.fr'];
		yield 'a label that is there in that language' => [['labels' => ['fr' => 'Soin', 'en' => 'listening']], 409, 'duplicate_label', 'labels.en'];
		yield 'a spelling that is a label' => [['spellings' => ['Soin', 'écoute']], 409, 'duplicate_label', 'spellings.1'];
		yield 'a label that is a spelling' => [['labels' => ['fr' => 'attention']], 409, 'duplicate_label', 'labels.fr'];
	}

	/** @param array<string, mixed> $wrong */
	#[DataProvider('refused')]
	public function testInvalidInputIsRefusedWithItsField(array $wrong, int $status, string $reason, ?string $field): void {
		$this->change('ecoute', ['spellings' => ['Attention']]);
		$made = $this->add();
		$before = $this->data('GET', '/vocabulary/terms', 'fanny');
		foreach ([['POST', '/vocabulary/terms'], ['PUT', "/vocabulary/terms/{$made['id']}"]] as [$method, $path]) {
			$value = $method === 'POST' ? ['labels' => ['fr' => 'Autre']] + self::VALUE : self::VALUE;
			$refusal = $this->assertRefused($status, $reason, $method, $path, 'fanny', $wrong + ['version' => 1] + $value);
			self::assertSame($field, $refusal['field']);
		}
		self::assertSame($before, $this->data('GET', '/vocabulary/terms', 'fanny'));
	}

	public function testTwoConcurrentChangesAreBothReported(): void {
		$made = $this->add();
		$first = $this->data('PUT', "/vocabulary/terms/{$made['id']}", 'felix', ['meaning' => 'Autre.', 'version' => 1] + self::VALUE);
		foreach (['' => ['meaning' => 'Encore.'] + self::VALUE, '/state' => ['state' => 'retired']] as $what => $body) {
			$refusal = $this->assertRefused(409, 'stale_version', 'PUT', "/vocabulary/terms/{$made['id']}$what", 'fanny', $body + ['version' => 1]);
			self::assertEquals($first, $refusal['current']);
			$this->assertRefused(400, 'version_missing', 'PUT', "/vocabulary/terms/{$made['id']}$what", 'fanny', $body);
		}
	}

	public function testTheOrderIsSetByFacilitatorsAndKeptByImports(): void {
		$this->load(['values' => [['id' => 'a', 'fr' => 'A'], ['id' => 'b', 'fr' => 'B']]]);
		$this->data('PUT', "/vocabulary/terms/{$this->entry('b')['id']}/place", 'fanny', ['after' => null]);
		$this->data('PUT', "/vocabulary/terms/{$this->entry('ecoute')['id']}/place", 'fanny', ['after' => $this->entry('a')['id']]);
		$order = fn (): array => array_column($this->data('GET', '/vocabulary', 'alice')['values'], 'id');
		self::assertSame(['b', 'a', 'ecoute'], $order());
		$this->load(['values' => [['id' => 'c', 'fr' => 'C'], ['id' => 'a', 'fr' => 'A'], ['id' => 'b', 'fr' => 'Bé']]]);
		self::assertSame(['b', 'a', 'ecoute', 'c'], $order());
		foreach ([$this->entry('b')['id'], 0, $this->entry('permaculture')['id']] as $after) {
			$this->assertRefused(404, 'not_found', 'PUT', "/vocabulary/terms/{$this->entry('b')['id']}/place", 'fanny', ['after' => $after]);
		}
	}

	public function testARetiredWordIsKeptOnItsCardsAndFound(): void {
		$card = $this->card('alice', ['values' => ['ecoute']]);
		$this->state('ecoute', 'retired');
		self::assertTrue($this->data('GET', '/vocabulary', 'alice')['values'][0]['retired']);
		self::assertSame(['Alice'], $this->names('bob', ['facet' => ['value' => ['ecoute']]]));
		self::assertSame(['Alice'], $this->names('bob', ['q' => 'ecoute']));
		self::assertSame(['ecoute' => 1], $this->counted('bob', 'value'));
		// People who have it may keep it.
		$this->data('PUT', '/members/me', 'alice', ['values' => ['ecoute', 'Lenteur'], 'version' => $card['version']]);
		self::assertSame('offered', $this->state('ecoute', 'offered')['state']);
		self::assertArrayNotHasKey('retired', $this->data('GET', '/vocabulary', 'alice')['values'][0]);
	}

	public function testAMergedWordIsReadAsItsTargetEverywhere(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin'], ['id' => 'attention', 'fr' => 'Attention', 'en' => 'Care']], 'sectors' => [['id' => 'arts', 'fr' => 'Arts']]]);
		$this->card('alice', ['values' => ['soin', 'attention'], 'sectors' => ['arts']]);
		$this->card('bob', ['values' => ['soin'], 'offers' => [['text' => 'Chanter', 'terms' => ['arts']]]]);
		$this->card('carole', ['values' => ['attention', 'Lenteur']]);
		$stored = $this->stored();
		$merged = $this->merge('soin', 'attention');
		$this->merge('arts', 'arts-culture');
		self::assertSame(['merged', $this->entry('attention')['id'], 0], [$merged['state'], $merged['into'], $merged['count']]);
		self::assertSame($stored, $this->stored(), 'no card is written');
		self::assertSame(['attention'], $this->data('GET', '/members/me', 'alice')['values']);
		self::assertSame(['terms' => ['arts-culture'], 'text' => 'Chanter'], $this->sorted($this->data('GET', '/members/me', 'bob')['offers'][0]));
		self::assertSame([3, 2], [$this->entry('attention')['count'], $this->entry('arts-culture')['count']]);
		// A person with both counts once, also in the counts of choices.
		self::assertSame(['attention' => 3, 'Lenteur' => 1], $this->counted('carole', 'value'));
		// Addresses kept since before, and the old label, lead to the same.
		foreach ([['facet' => ['value' => ['soin']]], ['facet' => ['value' => ['attention']]], ['facet' => ['value' => ['soin', 'attention']]], ['q' => 'soin'], ['q' => 'attention']] as $asked) {
			self::assertSame(['Alice', 'Bob', 'Carole'], $this->names('fanny', $asked), json_encode($asked, JSON_THROW_ON_ERROR));
		}
		$choices = $this->data('GET', '/members/facets', 'fanny', ['facet' => ['value' => ['soin']], 'of' => 'value'])['choices'];
		self::assertSame(['id' => 'attention', 'label' => 'Attention', 'count' => 3], $choices[0]);
		// In the person's own file it is as they wrote it.
		self::assertSame(['soin', 'attention'], $this->data('GET', "/members/{$this->data('GET', '/members/me', 'alice')['id']}/export", 'alice')['member']['values']);
		$this->state('soin', 'offered');
		self::assertSame(['soin', 'attention'], $this->data('GET', '/members/me', 'alice')['values']);
		self::assertSame(['attention' => 2, 'soin' => 2, 'Lenteur' => 1], $this->counted('fanny', 'value'));
	}

	public function testAMergedWordIsNotLostWhenItsPersonSavesTheCard(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin'], ['id' => 'attention', 'fr' => 'Attention']], 'themes' => [['id' => 'sols', 'fr' => 'Sols']]]);
		$card = $this->card('alice', ['values' => ['soin'], 'seeks' => [['text' => 'Une serre', 'terms' => ['sols']]]]);
		$this->merge('soin', 'attention');
		$this->merge('sols', 'permaculture');
		$this->data('PUT', '/members/me', 'alice', ['version' => $card['version'], 'values' => ['attention', 'ecoute'], 'seeks' => [
			['text' => 'Une serre', 'terms' => ['permaculture', 'enfants']], ['text' => 'Une bêche', 'terms' => ['permaculture']],
		]]);
		$this->state('soin', 'offered');
		$this->state('sols', 'offered');
		$mine = $this->data('GET', '/members/me', 'alice');
		self::assertSame(['soin', 'ecoute'], $mine['values']);
		self::assertSame([['sols', 'enfants'], ['permaculture']], array_column($mine['seeks'], 'terms'));
	}

	public function testMergesFollowEachOther(): void {
		$this->load(['values' => [['id' => 'a', 'fr' => 'Aaa'], ['id' => 'b', 'fr' => 'Bbb'], ['id' => 'c', 'fr' => 'Ccc']]]);
		$this->card('alice', ['values' => ['a', 'b']]);
		$this->card('bob', ['values' => ['c']]);
		$this->merge('a', 'b');
		$this->merge('b', 'c');
		self::assertSame(['c' => 2], $this->counted('carole', 'value'));
		self::assertSame(['c'], $this->data('GET', '/members/me', 'alice')['values']);
		// Taken back in another order.
		$this->state('b', 'offered');
		self::assertSame(['b' => 1, 'c' => 1], $this->counted('carole', 'value'));
		$this->state('a', 'offered');
		self::assertSame(['a' => 1, 'b' => 1, 'c' => 1], $this->counted('carole', 'value'));
	}

	public function testInvalidMergesAreRefused(): void {
		$this->load(['values' => [['id' => 'a', 'fr' => 'Aaa'], ['id' => 'b', 'fr' => 'Bbb'], ['id' => 'c', 'fr' => 'Ccc'], ['id' => 'd', 'fr' => 'Ddd']]]);
		$this->merge('a', 'b');
		$this->merge('b', 'c');
		$this->state('d', 'retired');
		$ids = array_map(fn (string $slug): int => $this->entry($slug)['id'], ['a' => 'a', 'c' => 'c', 'd' => 'd', 'theme' => 'permaculture']);
		$refused = [
			['c', $ids['c'], 422, 'merge_itself'], ['c', $ids['a'], 422, 'merge_circle'], ['c', $ids['theme'], 422, 'merge_other_list'],
			['ecoute', $ids['a'], 422, 'merge_not_offered'], ['c', $ids['d'], 422, 'merge_not_offered'], ['c', 987654, 404, 'not_found'],
			['c', null, 400, 'into_missing'], ['c', 'a', 400, 'into_missing'],
		];
		foreach ($refused as [$slug, $into, $status, $reason]) {
			$entry = $this->entry($slug);
			$this->assertRefused($status, $reason, 'PUT', "/vocabulary/terms/{$entry['id']}/state", 'fanny', ['state' => 'merged', 'into' => $into, 'version' => $entry['version']]);
		}
		$this->assertRefused(400, 'unknown_state', 'PUT', "/vocabulary/terms/{$ids['c']}/state", 'fanny', ['state' => ['merged'], 'version' => 1]);
	}

	public function testTheGlossaryFollowsAMergedTheme(): void {
		$this->load(['values' => [], 'themes' => [['id' => 'sols', 'fr' => 'Sols']], 'glossary' => [['term' => 'zigouzague', 'themes' => ['sols']]]]);
		$this->card('alice', ['offers' => [['text' => 'Une bêche', 'terms' => ['permaculture']]]]);
		$this->merge('sols', 'permaculture');
		self::assertSame(['permaculture'], $this->data('GET', '/glossary', 'bob')[0]['themes']);
		self::assertSame(['Alice'], $this->names('bob', ['q' => 'zigouzague']));
	}

	public function testAnUnusedWordIsRemovedAndRestored(): void {
		$this->add();
		$this->card('alice', ['values' => ['ecoute']]);
		$entry = $this->entry('ecoute');
		$this->assertRefused(409, 'term_in_use', 'PUT', "/vocabulary/terms/{$entry['id']}/state", 'fanny', ['state' => 'removed', 'version' => $entry['version']]);
		$this->state('entraide', 'removed');
		self::assertNull($this->find('entraide'));
		// An import does not bring it back; adding it does, and so does restoring it.
		self::assertSame('skipped erased', $this->import(['id' => 'entraide', 'fr' => 'Entraide']));
		self::assertSame('entraide', $this->add(['meaning' => 'Autre'])['slug']);
		$removed = $this->state('entraide', 'removed');
		$this->data('PUT', "/vocabulary/terms/{$removed['id']}/state", 'fanny', ['state' => 'offered', 'version' => $removed['version']]);
		self::assertSame('offered', $this->entry('entraide')['state']);
	}

	public function testARemovedWordIsNotRestoredOverAnother(): void {
		$this->add();
		$removed = $this->state('entraide', 'removed');
		$this->change('ecoute', ['labels' => ['fr' => 'Entraide']]);
		$this->assertRefused(409, 'duplicate_label', 'PUT', "/vocabulary/terms/{$removed['id']}/state", 'fanny', ['state' => 'offered', 'version' => $removed['version']]);
	}

	/** Removing a word is not refused because of hidden parts; people who use it keep it with its label. */
	public function testAWordUsedOnlyInHiddenPartsIsKeptForThem(): void {
		$card = $this->card('alice', ['values' => ['ecoute'], 'audience' => ['values' => 'me']]);
		$this->state('ecoute', 'removed');
		self::assertNull($this->find('ecoute'));
		self::assertSame(['ecoute'], $this->data('GET', '/members/me', 'alice')['values']);
		self::assertSame([['id' => 'ecoute', 'label' => 'Écoute', 'meaning' => 'Laisser finir.', 'retired' => true]], $this->data('GET', '/vocabulary', 'alice')['values']);
		$this->data('PUT', '/members/me', 'alice', ['audience' => ['values' => 'members'], 'values' => ['ecoute'], 'version' => $card['version']]);
		self::assertSame(['removed', 1], [$this->entry('ecoute')['state'], $this->entry('ecoute')['count']]);
		self::assertSame(['Alice'], $this->names('bob', ['q' => 'écoute']));
	}

	public function testSimilarOwnWordsAreListedTogether(): void {
		$this->card('alice', ['values' => ['Lenteur', 'La lenteur', 'Rire', 'Écoute']]);
		$this->card('bob', ['values' => ['Lenteurs', 'Colère'], 'audience' => ['values' => 'me']]);
		$this->card('carole', ['values' => ['Rire', 'Ecoute']]);
		self::assertSame([
			'groups' => [
				['list' => 'values', 'words' => [['word' => 'Rire', 'count' => 2]], 'count' => 2],
				['list' => 'values', 'words' => [['word' => 'La lenteur', 'count' => 1], ['word' => 'Lenteur', 'count' => 1]], 'count' => 1],
			],
			'more' => false,
		], $this->data('GET', '/vocabulary/own-words', 'fanny'), 'nothing of what Bob shows to nobody, and what is a value already is none of one’s own');
		$this->assertRefused(403, 'not_yours', 'GET', '/vocabulary/own-words', 'alice');
	}

	public function testAnAdoptedWordCountsAsTheValueOnEveryCard(): void {
		$this->card('alice', ['values' => ['Lenteur']]);
		$this->card('bob', ['values' => ['LENTEUR'], 'audience' => ['values' => 'me']]);
		$this->card('carole', ['values' => ['La lenteur']]);
		$stored = $this->stored();
		$adopted = $this->add(['labels' => ['fr' => 'Lenteur'], 'spellings' => ['La lenteur']]);
		self::assertSame(2, $adopted['count'], 'Bob shows it to nobody');
		self::assertSame($stored, $this->stored());
		self::assertSame(['groups' => [], 'more' => false], $this->data('GET', '/vocabulary/own-words', 'fanny'));
		// It can be undone immediately, and be adopted after all.
		$this->data('PUT', "/vocabulary/terms/{$adopted['id']}/state", 'fanny', ['state' => 'removed', 'version' => 1]);
		self::assertSame(['Lenteur'], $this->data('GET', '/members/me', 'alice')['values']);
		self::assertSame(1, count($this->data('GET', '/vocabulary/own-words', 'fanny')['groups']));
		$again = $this->add(['labels' => ['fr' => 'Lenteur'], 'spellings' => ['La lenteur']]);
		self::assertSame(['lenteur' => 2], $this->counted('fanny', 'value'));
		// As often as one likes, until it was changed.
		$this->data('PUT', "/vocabulary/terms/{$again['id']}/state", 'fanny', ['state' => 'removed', 'version' => $again['version']]);
		$this->add(['labels' => ['fr' => 'Lenteur'], 'spellings' => ['La lenteur']]);
		$changed = $this->change('lenteur', ['labels' => ['fr' => 'Lenteur choisie'], 'spellings' => ['La lenteur']]);
		$this->assertRefused(409, 'term_in_use', 'PUT', "/vocabulary/terms/{$changed['id']}/state", 'fanny', ['state' => 'removed', 'version' => $changed['version']]);
		self::assertSame(['lenteur' => 3], $this->counted('bob', 'value'));
		self::assertSame(['Alice', 'Carole'], $this->names('fanny', ['facet' => ['value' => ['Lenteur']]]), 'a kept address');
		self::assertSame(['lenteur'], $this->data('GET', '/members/me', 'bob')['values']);
		// A word less: the card says again what was written on it.
		$this->change('lenteur', ['labels' => ['fr' => 'Lenteur'], 'spellings' => []]);
		self::assertSame(['La lenteur'], $this->data('GET', '/members/me', 'carole')['values']);
		self::assertSame(['La lenteur' => 1, 'lenteur' => 1], $this->counted('fanny', 'value'));
		$this->state('lenteur', 'retired');
		self::assertSame(['La lenteur' => 1, 'lenteur' => 1], $this->counted('fanny', 'value'));
	}

	public function testAnOwnWordIsMergedIntoAnExistingValue(): void {
		$this->card('alice', ['values' => ['Oreille']]);
		$changed = $this->change('ecoute', ['spellings' => ['Oreille']]);
		self::assertSame([['Oreille'], 1], [$changed['spellings'], $changed['count']]);
		self::assertSame(['Alice'], $this->names('bob', ['q' => 'oreille']));
		// And goes along when that is merged.
		$this->add();
		$this->merge('ecoute', 'entraide');
		self::assertSame(['entraide' => 1], $this->counted('bob', 'value'));
	}

	/** Sectors, themes and publics are proposed like values; each counts only where it was written. */
	public function testAnOwnSectorOrThemeIsAdoptedIntoAList(): void {
		$this->card('alice', ['sectors' => ['Tonnellerie'], 'seeks' => [['text' => 'Une main', 'terms' => ['enfants', 'Vannerie']]]]);
		$this->card('bob', ['values' => ['Vannerie'], 'offers' => [['text' => 'Deux mains', 'terms' => ['VANNERIE']]], 'audience' => ['offers' => 'me']]);
		self::assertSame([
			['list' => 'sectors', 'words' => [['word' => 'Tonnellerie', 'count' => 1]], 'count' => 1],
			['list' => 'values', 'words' => [['word' => 'Vannerie', 'count' => 1]], 'count' => 1],
			['list' => 'themes', 'words' => [['word' => 'Vannerie', 'count' => 1]], 'count' => 1],
		], $this->data('GET', '/vocabulary/own-words', 'fanny')['groups'], 'nothing of what Bob shows to nobody');
		foreach (['tonnellerie', 'vannerie'] as $q) {
			self::assertContains('Alice', $this->names('carole', ['q' => $q]), $q);
		}
		self::assertSame(['Alice'], $this->names('carole', ['facet' => ['sector' => ['Tonnellerie']]]));
		$stored = $this->stored();
		$this->add(['list' => 'publics', 'labels' => ['fr' => 'Vannerie'], 'meaning' => '']);
		self::assertSame($stored, $this->stored());
		self::assertSame(['enfants' => 1, 'vannerie' => 1], $this->counted('carole', 'theme'));
		self::assertSame(['enfants' => 1, 'vannerie' => 1], $this->counted('carole', 'seek'));
		self::assertSame(['enfants', 'vannerie'], $this->data('GET', '/members/me', 'alice')['seeks'][0]['terms']);
		self::assertSame(['vannerie'], $this->data('GET', '/members/me', 'bob')['offers'][0]['terms']);
		// It is no value for that.
		self::assertSame(['Vannerie' => 1], $this->counted('carole', 'value'));
		// A renamed one keeps its people.
		$this->change('vannerie', ['labels' => ['fr' => 'Paniers']]);
		self::assertSame(['Alice'], $this->names('carole', ['facet' => ['theme' => ['Vannerie']]]));
		$this->change('arts-culture', ['spellings' => ['Tonnellerie']]);
		self::assertSame(['arts-culture' => 1], $this->counted('carole', 'sector'));
	}

	public function testAFileDoesNotUndoChanges(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin']], 'themes' => [['id' => 'sols', 'fr' => 'Sols']]]);
		$this->merge('soin', 'ecoute');
		$this->state('sols', 'retired');
		self::assertSame('skipped edited_since', $this->import(['id' => 'soin', 'fr' => 'Soin', 'en' => 'Care']));
		self::assertSame(['merged', 'retired'], [$this->entry('soin')['state'], $this->entry('sols')['state']]);
	}

	public function testAnExportIsComplete(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin', 'spellings' => ['Le soin']], ['id' => 'rire', 'fr' => 'Rire'], ['id' => 'vide', 'fr' => 'Vide']]]);
		$this->merge('soin', 'ecoute');
		$this->state('rire', 'retired');
		$this->state('vide', 'removed');
		$exported = $this->kernel->get(Vocabulary::class)->export();
		$before = $this->kernel->get(Vocabulary::class)->present('fr');
		$this->kernel = self::emptyKernel();
		$this->account('alice');
		$this->load($exported);
		self::assertSame($before, $this->kernel->get(Vocabulary::class)->present('fr'));
		self::assertSame(['ecoute', 'soin', 'rire'], array_column($this->data('GET', '/vocabulary/terms', 'alice')['lists']['values'], 'slug'));
	}

	public function testAFileMayMergeAndTheSearchFollows(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin']]]);
		$this->card('alice', ['values' => ['soin', 'Oreille']]);
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin', 'mergedInto' => 'ecoute'], ['id' => 'ecoute', 'fr' => 'Écoute', 'spellings' => ['Oreille']]]]);
		self::assertSame(['ecoute' => 1], $this->counted('bob', 'value'));
		foreach ([['mergedInto' => 'rien', 'why' => 'unknown_term'], ['mergedInto' => 'a', 'why' => 'merge_circle'], ['mergedInto' => 'soin', 'why' => '']] as ['mergedInto' => $into, 'why' => $why]) {
			self::assertSame(trim($why === '' ? 'made' : "skipped $why mergedInto"), $this->import(['id' => 'a', 'fr' => 'Aaa', 'mergedInto' => $into]));
		}
		$report = $this->kernel->get(ImportFile::class)->loadData(['values' => [['id' => 'x', 'fr' => 'X', 'mergedInto' => 'y'], ['id' => 'y', 'fr' => 'Y', 'mergedInto' => 'x']]]);
		self::assertSame(['merge_circle mergedInto', 'merge_circle mergedInto'], array_column($report->rows(), 'why'));
	}

	public function testAThemeHasWordsThatSpeakOfIt(): void {
		$words = fn (): array => array_column($this->data('GET', '/vocabulary/terms', 'fanny')['lists']['themes'], 'words', 'slug');
		$this->load(['values' => [], 'themes' => [['id' => 'velo', 'fr' => 'Vélo', 'words' => ['bicyclette', ' bicyclette ', 'roue']]]]);
		self::assertSame(['bicyclette', 'roue'], $words()['velo']);
		$velo = $this->entry('velo');
		$change = fn (array $input): array => $this->data('PUT', "/vocabulary/terms/{$velo['id']}", 'fanny', $input + ['version' => $this->entry('velo')['version'], 'labels' => ['fr' => 'Vélo'], 'meaning' => '', 'spellings' => []]);
		self::assertSame(['selle'], $change(['words' => ['selle', '']])['words']);
		self::assertSame(['selle'], $change([])['words'], 'who does not send words leaves them');
		self::assertSame(['selle'], array_column($this->kernel->get(Vocabulary::class)->export()['themes'], 'words', 'id')['velo']);
		self::assertSame([], $change(['words' => []])['words']);
		$long = ['words' => [str_repeat('a', TermRules::LIMITS['label'] + 1)], 'version' => $this->entry('velo')['version'], 'labels' => ['fr' => 'Vélo'], 'meaning' => '', 'spellings' => []];
		self::assertSame('words.0', $this->assertRefused(400, 'too_long', 'PUT', "/vocabulary/terms/{$velo['id']}", 'fanny', $long)['field']);
		self::assertSame('words', $this->assertRefused(400, 'too_many', 'PUT', "/vocabulary/terms/{$velo['id']}", 'fanny', ['words' => array_map(strval(...), range(0, 40))] + $long)['field']);
		self::assertArrayNotHasKey('words', $this->add(['words' => ['ouïr']]), 'a value has none');
	}

	public function testANetworkBeginsWithTheProposedLists(): void {
		$this->kernel = self::emptyKernel();
		$this->facilitator('fanny');
		$this->account('alice');
		$this->assertRefused(403, 'not_yours', 'POST', '/vocabulary/starter', 'alice');
		$counts = $this->data('POST', '/vocabulary/starter', 'fanny');
		self::assertSame([0, 0, 0], [$counts['updated'], $counts['unchanged'], $counts['skipped']]);
		self::assertGreaterThan(100, $counts['made']);
		$vocabulary = $this->data('GET', '/vocabulary', 'alice');
		self::assertSame([], array_keys(array_filter($vocabulary, static fn (array $list): bool => $list === [])));
		self::assertNotEmpty($this->data('GET', '/glossary', 'alice'));
		$this->state($vocabulary['values'][0]['id'], 'removed');
		$again = $this->data('POST', '/vocabulary/starter', 'fanny');
		self::assertSame([0, 1], [$again['made'], $again['skipped']]);
	}

	/** A change that concerns more cards than one step writes is done in steps. */
	public function testManyCardsAreUpdatedInBatches(): void {
		$this->load(['values' => [['id' => 'soin', 'fr' => 'Soin']]]);
		$many = 2 * MemberVocabularyListener::AT_ONCE + 50;
		$rows = array_map(static fn (int $i): array => [
			'id' => "p$i", 'name' => "Personne $i", 'account' => false, 'values' => ['soin', ...$i % 2 === 0 ? ['ecoute'] : []],
			'consent' => ['date' => '2026-11-01', 'how' => 'De vive voix'],
		], range(1, $many));
		$this->load($rows);
		$this->merge('soin', 'ecoute');
		self::assertSame(300, $this->data('GET', '/vocabulary/terms', 'bob')['left']);
		self::assertSame(100, $this->data('POST', '/vocabulary/catch-up', 'felix')['left']);
		$this->assertRefused(403, 'not_yours', 'POST', '/vocabulary/catch-up', 'bob');
		// Taken back half way.
		$this->state('soin', 'offered');
		while ($this->data('POST', '/vocabulary/catch-up', 'fanny')['left'] > 0);
		self::assertSame(['soin' => $many, 'ecoute' => intdiv($many, 2)], $this->counted('bob', 'value'));
		$this->merge('soin', 'ecoute');
		// Where nobody has the page open, a job does it.
		$this->kernel->runJob(CatchUpJob::class);
		self::assertSame(0, $this->data('GET', '/vocabulary/terms', 'fanny')['left']);
		self::assertSame(['ecoute' => $many], $this->counted('bob', 'value'));
	}

	public function testUntilThereAreFacilitatorsOnlyAnAdministratorChangesIt(): void {
		foreach ([['POST', '', self::VALUE], ['PUT', "/{$this->entry('ecoute')['id']}", ['version' => 1] + self::VALUE]] as [$method, $path, $body]) {
			$this->assertRefused(403, 'not_yours', $method, "/vocabulary/terms$path", 'alice', $body);
		}
		$this->assertRefused(400, 'unknown_list', 'POST', '/vocabulary/terms', 'fanny', ['list' => 'glossary'] + self::VALUE);
	}

	/**
	 * @param array<string, mixed> $other what differs from VALUE
	 * @return array<string, mixed>
	 */
	private function add(array $other = []): array {
		return $this->data('POST', '/vocabulary/terms', 'fanny', $other + self::VALUE, 201);
	}

	/**
	 * @param array<string, mixed> $what
	 * @return array<string, mixed>
	 */
	private function change(string $slug, array $what): array {
		$entry = $this->entry($slug);
		return $this->data('PUT', "/vocabulary/terms/{$entry['id']}", 'fanny', $what + $entry);
	}

	/** @return array<string, mixed> */
	private function state(string $slug, string $state, ?int $into = null): array {
		$entry = $this->entry($slug);
		return $this->data('PUT', "/vocabulary/terms/{$entry['id']}/state", 'fanny', ['state' => $state, 'into' => $into, 'version' => $entry['version']]);
	}

	/** @return array<string, mixed> */
	private function merge(string $slug, string $into): array {
		return $this->state($slug, 'merged', $this->entry($into)['id']);
	}

	/** @return array<string, mixed> */
	private function entry(string $slug): array {
		return $this->find($slug) ?? self::fail("no $slug");
	}

	/** @return ?array<string, mixed> */
	private function find(string $slug): ?array {
		foreach ($this->data('GET', '/vocabulary/terms', 'fanny')['lists'] as $list) {
			foreach ($list as $entry) {
				if ($entry['slug'] === $slug) {
					return $entry;
				}
			}
		}
		return null;
	}

	/** @param array<string, mixed> $value what became of it in a file of its own */
	private function import(array $value): string {
		$row = $this->kernel->get(ImportFile::class)->loadData(['values' => [$value]])->rows()[0];
		return trim("{$row['outcome']} {$row['why']}");
	}

	/** @return array<string, int> */
	private function counted(string $uid, string $facet): array {
		return array_column($this->data('GET', '/members/facets', $uid, ['of' => $facet])['choices'], 'count', 'id');
	}

	/**
	 * @param array<string, mixed> $asked
	 * @return list<string>
	 */
	private function names(string $uid, array $asked): array {
		$names = array_column($this->data('GET', '/members', $uid, $asked)['members'], 'name');
		sort($names);
		return $names;
	}

	/** @return list<array<string, mixed>> cards as the table has them */
	private function stored(): array {
		return $this->kernel->get(IDBConnection::class)->getQueryBuilder()->select('*')->from('reseau_members')->orderBy('id')->executeQuery()->fetchAll();
	}

	/**
	 * @param array<string, mixed> $item
	 * @return array<string, mixed>
	 */
	private function sorted(array $item): array {
		ksort($item);
		return $item;
	}
}
