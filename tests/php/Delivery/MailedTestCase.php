<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Delivery;

use OCA\Reseau\Delivery\Kind;
use OCA\Reseau\Delivery\Timing;
use OCA\Reseau\Integration\DailyMailJob;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\Library\LibraryTestCase;
use OCP\IUserManager;

/** What each mail of Réseau is sent for. */
abstract class MailedTestCase extends LibraryTestCase {
	private const DAY = 86_400;

	/** Berthe Fournil has no account: Linh keeps her card. */
	protected int $berthe;

	protected function setUp(): void {
		parent::setUp();
		foreach (['odile', 'linh', 'romain'] as $uid) {
			$this->address($uid, "$uid@example.org");
		}
		$this->berthe = $this->data('POST', '/members', 'linh', ['name' => 'Berthe Fournil', 'contact' => ['email' => 'berthe@example.org']], 201)['id'];
	}

	protected function address(string $uid, string $address): void {
		$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress($address);
	}

	protected function later(int $days): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $days * self::DAY);
	}

	/** Berthe agrees to her card, by the link of a mail or on paper. */
	protected function agreed(string $how = 'mail'): void {
		if ($how === 'mail') {
			$this->data('POST', "/members/$this->berthe/consent-mail", 'linh', null, 201);
			preg_match('~/consent/(\w+)~', $this->kernel->mails()[0]['plain'], $found);
			$this->kernel->request('POST', "/index.php/apps/reseau/consent/$found[1]", null, ['answer' => 'accept', 'version' => 1]);
			return;
		}
		$this->data('POST', "/members/$this->berthe/consent", 'linh', ['date' => '2026-11-20', 'how' => 'De vive voix']);
		$this->data('PUT', "/members/$this->berthe/status", 'linh', ['status' => 'published', 'version' => 1]);
	}

	protected function write(string $path, string $text = 'Votre grange est-elle libre ?', string $uid = 'odile'): void {
		$this->data('POST', $path, $uid, ['text' => $text, 'key' => bin2hex(random_bytes(8))], 201);
	}

	/** @param array<string, mixed> $words */
	protected function notice(string $uid, array $words = []): int {
		return $this->data('POST', '/notices', $uid, $words + ['kind' => 'offer', 'title' => 'Un pressoir à prêter', 'key' => 'key-pressoir'], 201)['id'];
	}

	protected function introduced(int $card): void {
		$id = $this->data('POST', "/matches/$card/introduction", 'odile', ['mediated' => true], 201)['id'];
		$this->data('POST', "/introductions/$id/accept", 'linh');
		$this->data('POST', "/introductions/$id/mediation", 'romain');
		$this->data('PUT', "/introductions/$id/mediation", 'romain', ['place' => 'Café du marché, Limoux', 'day' => '2026-12-03', 'time' => '18:00']);
	}

	/** @param array<string, mixed> $words */
	protected function askToSign(array $words = []): void {
		$file = $this->file('eau.md', 'Pour l’eau.');
		$this->published($file, $words + ['kind' => 'manifesto', 'title' => 'Manifeste']);
		$this->data('POST', "/sheets/$file/signatures/mail", 'romain', ['name' => 'Paul Courriel', 'email' => 'paul@example.org'], 201);
	}

	protected function askToJoin(string $purpose): void {
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => $purpose], 201)['id'];
		$this->data('POST', "/groups/$group/asks", 'odile', ['people' => [['key' => 'a', 'name' => 'Berthe Fournil', 'email' => 'berthe@example.org']]]);
	}

	/** @return list<int> the two groups that a person is asked into by one mail */
	protected function askToJoinTwo(string $name = 'Zoé Alric', string $email = 'zoe@example.org'): array {
		$mandate = ['mayAdvance' => ['Prêter une citerne', 'Planter une haie'], 'mustNot' => ['Parler pour la commune'], 'with' => ['Les écoles']];
		$groups = [
			$this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => 'Garder l’eau là où elle tombe', 'mandate' => $mandate], 201)['id'],
			$this->data('POST', '/groups', 'odile', ['title' => 'Pain partagé'], 201)['id'],
		];
		$person = ['key' => 'a', 'name' => $name, 'email' => $email, 'groups' => [['id' => $groups[0], 'note' => 'camion le mardi'], ['id' => $groups[1]]]];
		$this->data('POST', '/asks', 'odile', ['people' => [$person], 'message' => "Nous commençons mardi.\n\nVenez quand vous voulez !"]);
		return $groups;
	}

	/** The group of Odile is in the open showcase. */
	protected function shownGroup(): int {
		$network = $this->kernel->get(Network::class);
		$network->setAllowsShowcase(true);
		$network->setOpensShowcase(true);
		$group = $this->data('POST', '/groups', 'odile', ['title' => 'Eau de pluie', 'purpose' => 'Garder l’eau là où elle tombe'], 201)['id'];
		$this->data('POST', "/groups/$group/making/lease", 'odile', ['runner' => 'r']);
		$this->data('PUT', "/groups/$group/making", 'odile', ['runner' => 'r', 'step' => 'done']);
		$this->data('PUT', "/groups/$group/showcase", 'odile', ['shown' => true]);
		return $group;
	}

	/** What Odile gets the next morning when these wrote to her. */
	protected function daily(string ...$from): void {
		$this->data('PUT', '/notified', 'odile', ['kind' => Kind::Message->value, 'timing' => Timing::Daily->value]);
		foreach ($from as $uid) {
			if (!isset($this->cards[$uid])) {
				$this->account($uid);
				$this->card($uid, ['name' => ucfirst($uid)]);
			}
			$this->write("/members/{$this->cards['odile']['id']}/conversations", uid: $uid);
		}
		$this->later(1);
		$this->kernel->runJob(DailyMailJob::class);
	}

	/** The secret in the link of the last mail. */
	protected function token(string $page): string {
		$mails = $this->kernel->mails();
		self::assertSame(1, preg_match("~/$page/([\\w-]+)~", end($mails)['plain'] ?? '', $found));
		return $found[1];
	}
}
