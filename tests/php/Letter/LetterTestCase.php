<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Letter;

use OCA\Reseau\Letter\LetterJob;
use OCA\Reseau\Letter\LetterMail;
use OCA\Reseau\Letter\LetterMailMapper;
use OCA\Reseau\Letter\OnlineLinks;
use OCA\Reseau\Member\Consent\Refusals;
use OCA\Reseau\Shared\LinkTokens;
use OCA\Reseau\Subscription\LetterChoices;
use OCA\Reseau\Subscription\Subscriber;
use OCA\Reseau\Subscription\SubscriberMapper;
use OCA\Reseau\Subscription\Subscriptions;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IUserManager;

/** Fanny and Zohra facilitate the network; Odile, Linh and Peire have accounts, Peire keeps the card of Jeanne. */
abstract class LetterTestCase extends NetworkTestCase {
	/** @var array<string, int> numbers of cards */
	protected array $cards = [];

	private int $keys = 0;

	protected function setUp(): void {
		$this->kernel = self::emptyKernel();
		$this->load(['values' => [], 'themes' => [['id' => 'eau', 'fr' => 'Eau', 'words' => ['eau', 'pluie']]]]);
		foreach (['odile', 'linh', 'peire', 'fanny', 'zohra'] as $uid) {
			in_array($uid, ['fanny', 'zohra'], true) ? $this->facilitator($uid) : $this->account($uid);
			$this->address($uid, "$uid@example.org");
			$this->cards[$uid] = $this->card($uid, ['name' => ucfirst($uid) . ' Marcenac'])['id'];
		}
		$this->cards['jeanne'] = $this->keptCard('peire', ['name' => 'Jeanne Bru', 'contact' => ['email' => 'jeanne@example.org']])['id'];
	}

	protected function address(string $uid, string $address): void {
		$this->kernel->get(IUserManager::class)->get($uid)?->setEMailAddress($address);
	}

	protected function key(): string {
		return sprintf('key-%08d', $this->keys++);
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed> a draft
	 */
	protected function draft(array $more = [], string $uid = 'fanny'): array {
		return $this->data('POST', '/letters', $uid, $more + [
			'kind' => 'letter', 'title' => 'Des nouvelles', 'language' => 'fr', 'from' => '2026-11-01', 'until' => '2026-11-30', 'readers' => ['kind' => 'all'], 'key' => $this->key(),
		], 201);
	}

	/**
	 * Stores a draft as it is, but for what is given.
	 *
	 * @param array<string, mixed> $letter
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	protected function store(array $letter, array $more, string $uid = 'fanny'): array {
		return $this->data('PUT', "/letters/{$letter['id']}", $uid, $more + self::content($letter));
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed> what is sent of it to be stored
	 */
	protected static function content(array $letter): array {
		return ['readers' => array_diff_key($letter['readers'], ['name' => 0])] + array_intersect_key($letter, array_flip(['title', 'language', 'editorial', 'from', 'until', 'picture', 'items', 'version']));
	}

	/** @return array<string, array<string, mixed>> passages by kind and number */
	protected function found(int $letter, string $uid = 'fanny'): array {
		$found = [];
		foreach ($this->data('GET', "/letters/$letter/passages", $uid)['passages'] as $passage) {
			$found["{$passage['kind']} {$passage['id']}"] = $passage;
		}
		return $found;
	}

	/**
	 * A draft with everything in it that is found.
	 *
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	protected function full(array $more = [], string $uid = 'fanny'): array {
		$letter = $this->draft($more, $uid);
		return $this->store($letter, ['editorial' => 'Bonjour à **vous**.', 'items' => array_values(array_map(
			static fn (array $passage): array => ['kind' => $passage['kind'], 'id' => $passage['id'], 'taken' => true, 'text' => null, 'hash' => null],
			$this->found($letter['id'], $uid),
		))], $uid);
	}

	protected function subscribe(string ...$uids): void {
		foreach ($uids as $uid) {
			$this->kernel->get(LetterChoices::class)->ofAccount($uid, true);
		}
	}

	protected function leave(string $uid): void {
		$this->kernel->get(LetterChoices::class)->ofAccount($uid, false);
	}

	/** The person of a kept card gets the letter. */
	protected function subscribeKept(int $card): int {
		return $this->written('member_id', $card, ['why' => 'told', 'manner' => 'au téléphone']);
	}

	/** A person without a card gets the letter. */
	protected function subscribeOutside(string $address, string $name = ''): int {
		$hash = $this->kernel->get(Refusals::class)->hash($address);
		return $this->written('address_key', $hash, ['why' => 'confirmed', 'address' => $this->kernel->get(LinkTokens::class)->encrypt($address), 'address_hash' => $hash, 'name' => $name]);
	}

	/** @param array<string, string> $values */
	private function written(string $column, string|int $value, array $values): int {
		$subscribers = $this->kernel->get(SubscriberMapper::class);
		$id = $subscribers->of($column, $value)->id();
		$subscribers->write($id, $values + ['state' => Subscriber::ON, 'said_on' => '2026-11-20', 'said_at' => $this->kernel->clock->getTime()]);
		return $id;
	}

	/**
	 * @param array<string, mixed> $letter
	 * @return array<string, mixed> the report
	 */
	protected function send(array $letter, string $uid = 'fanny'): array {
		$key = $this->data('POST', "/letters/{$letter['id']}/readers", $uid)['key'];
		return $this->data('POST', "/letters/{$letter['id']}/sending", $uid, ['version' => $letter['version'], 'readers' => $key]);
	}

	/** Path of the page of a letter, as a mail leads this reader to it. */
	protected function online(int $reader, int $letter): string {
		$url = $this->kernel->get(OnlineLinks::class)->url($this->kernel->get(Subscriptions::class)->one($reader), $letter);
		return (string)parse_url($url, PHP_URL_PATH);
	}

	protected function runJob(): void {
		$this->kernel->runJob(LetterJob::class);
	}

	/** @return array<string, list<array<string, mixed>>> mails by address */
	protected function mailsTo(): array {
		$mails = [];
		foreach ($this->kernel->mails() as $mail) {
			foreach (array_keys($mail['to']) as $address) {
				$mails[$address][] = $mail;
			}
		}
		ksort($mails);
		return $mails;
	}

	/** @return array<int, string> states by reader */
	protected function states(int $letter): array {
		$states = [];
		foreach (LetterMail::STATES as $state) {
			foreach ($this->kernel->get(LetterMailMapper::class)->findOf($letter, $state, 1000) as $mail) {
				$states[$mail->getReaderId()] = $state;
			}
		}
		ksort($states);
		return $states;
	}

	/** @return int number of the card, which Peire keeps, of a person who agreed to it by the link of a mail */
	protected function agreedByMail(string $name, string $address): int {
		$id = $this->data('POST', '/members', 'peire', ['name' => $name, 'contact' => ['email' => $address]], 201)['id'];
		$this->data('POST', "/members/$id/consent-mail", 'peire', null, 201);
		preg_match('~/consent/(\w+)~', $this->mailsTo()[$address][0]['plain'], $found);
		$this->kernel->request('POST', "/index.php/apps/reseau/consent/$found[1]", null, ['answer' => 'accept', 'version' => 1]);
		return $id;
	}

	/** @param array<string, mixed> $more */
	protected function notice(string $uid, string $title, array $more = []): int {
		return $this->data('POST', '/notices', $uid, $more + ['kind' => 'offer', 'title' => $title, 'key' => $this->key()], 201)['id'];
	}

	protected function setStatus(string $uid, string $card, string $status): void {
		$version = $this->data('GET', "/members/{$this->cards[$card]}", $uid)['version'];
		$this->data('PUT', "/members/{$this->cards[$card]}/status", $uid, ['status' => $status, 'version' => $version]);
	}
}
