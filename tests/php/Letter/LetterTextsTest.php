<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

/** A letter word by word, as it arrives at each kind of readers: tests/fixtures/mails holds it for people to read. A missing one is written. */
class LetterTextsTest extends LetterTestCase {
	public function testALetterToEachKindOfReaders(): void {
		$this->group('pluie', ['id' => $this->cards['fanny']], ['id' => $this->cards['odile']]);
		$group = (int)$this->groupId('pluie');
		$this->data('POST', "/groups/$group/facilitators", 'fanny', ['memberId' => $this->cards['fanny']]);
		$this->data('PUT', "/groups/$group", 'fanny', [
			'version' => $this->data('GET', "/groups/$group", 'fanny')['version'], 'purpose' => 'Garder l’eau là où elle tombe.', 'seeks' => 'Une cuve de mille litres',
		]);
		$this->data('POST', "/groups/$group/meetings", 'fanny', ['title' => '', 'day' => '2026-12-12', 'time' => '18:00', 'zone' => 'Europe/Paris', 'place' => 'Limoux, salle des fêtes', 'agenda' => 'Les cuves', 'key' => $this->key()], 201);
		$this->data('PUT', '/members/me', 'linh', ['version' => 1, 'headline' => 'Maraîchère', 'seeks' => [['text' => 'Des plants de poireau', 'terms' => []]], 'audience' => ['headline' => 'public', 'seeks' => 'public']]);
		$this->notice('odile', 'Un four à prêter', ['mode' => 'loan', 'text' => 'Un four à pain, tous les samedis.', 'territories' => [['kind' => 'commune', 'code' => '11206']]]);
		$done = $this->notice('peire', 'Un banc', ['kind' => 'need']);
		$this->data('PUT', "/notices/$done/closing", 'peire', ['outcome' => 'Deux bancs en sont sortis.', 'thanks' => [$this->cards['odile']]]);
		$this->subscribe('odile');
		$this->subscribeKept($this->cards['jeanne']);
		$this->subscribeOutside('paul@example.org', 'Paul Roux');
		$letter = $this->full(['title' => 'Nouvelles de novembre']);
		$editorial = "Bonjour à **vous**,\n\n## Ce qui a bougé\n\nVoici :\n\n- des plants ;\n- un [programme](https://example.org/programme).\n\nFanny";
		$this->send($this->store($letter, ['editorial' => $editorial, 'items' => [...$letter['items'], ['kind' => 'block', 'id' => null, 'taken' => true, 'text' => "## Écrivez-nous\n\nÀ fanny@example.org, quand *vous* voulez.", 'hash' => null]]]));
		foreach (['account' => 'odile@example.org', 'kept' => 'jeanne@example.org', 'outside' => 'paul@example.org'] as $kind => $address) {
			$this->assertMail("letter-$kind", $address);
		}
	}

	public function testAMessageToTheStatutoryList(): void {
		$letter = $this->draft(['kind' => 'statutory', 'title' => 'Convocation à l’assemblée générale']);
		$this->send($this->store($letter, ['editorial' => "L’assemblée générale a lieu le **12 décembre 2026** à 18 h.\n\n1. Rapport moral\n2. Comptes"]));
		$this->assertMail('letter-statutory', 'jeanne@example.org');
	}

	private function assertMail(string $name, string $address): void {
		[$mail] = $this->mailsTo()[$address];
		$this->assertOpenToItsReader($mail);
		$hidden = static fn (string $text): string => (string)preg_replace('~/(leave|own|passed|letter/\d+)/[A-Za-z0-9]{16,}~', '/$1/…', str_replace("\u{a0}", '~', $text));
		$headers = implode("\n", array_map(static fn (string $header, string $value): string => "$header: {$hidden($value)}", array_keys($mail['headers']), $mail['headers']));
		self::assertFixture("mails/$name.txt", 'To: ' . json_encode($mail['to'], JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE) . "\n$headers\nSubject: {$hidden($mail['subject'])}\n\n{$hidden($mail['plain'])}\n");
	}
}
