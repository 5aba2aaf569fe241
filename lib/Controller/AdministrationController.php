<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Controller;

use OCA\Reseau\Kit\Kit;
use OCA\Reseau\Kit\ShippedKits;
use OCA\Reseau\Settings\AdminForm;
use OCA\Reseau\Settings\Administration;
use OCA\Reseau\Settings\Charters;
use OCA\Reseau\Settings\Facilitation;
use OCA\Reseau\Settings\LibraryFolder;
use OCA\Reseau\Settings\NetworkSettings;
use OCA\Reseau\Settings\SetupReport;
use OCA\Reseau\Shared\Fields;
use OCA\Reseau\Shared\Input;
use OCA\Reseau\Shared\ReasonException;
use OCP\AppFramework\Http\Attribute\ApiRoute;
use OCP\AppFramework\Http\Attribute\AuthorizedAdminSetting;
use OCP\AppFramework\Http\Attribute\UserRateLimit;
use OCP\AppFramework\Http\DataResponse;
use OCP\AppFramework\OCSController;
use OCP\IRequest;
use OCP\IUserSession;

/** What the administration page reads and writes (src/settings/api.ts): for administrators and the people they delegate Réseau's settings to. */
class AdministrationController extends OCSController {
	public function __construct(
		string $appName,
		IRequest $request,
		private readonly Administration $administration,
		private readonly NetworkSettings $settings,
		private readonly Facilitation $facilitation,
		private readonly LibraryFolder $library,
		private readonly Charters $charters,
		private readonly SetupReport $report,
		private readonly Kit $kit,
		private readonly ShippedKits $shipped,
		private readonly IUserSession $session,
	) {
		parent::__construct($appName, $request);
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network')]
	public function network(): DataResponse {
		return new DataResponse($this->administration->present($this->uid()));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network')]
	public function changeNetwork(): DataResponse {
		$this->settings->change($this->request->getParams(), $this->uid());
		return $this->network();
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/facilitators')]
	public function setFacilitator(): DataResponse {
		$input = $this->request->getParams();
		$this->facilitation->set(Fields::text($input['uid'] ?? null, 'uid', 64), Input::flag($input['member'] ?? 'neither', 'member'));
		return $this->network();
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/groups')]
	public function groups(): DataResponse {
		return new DataResponse($this->facilitation->groups($this->words()));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/accounts')]
	public function accounts(): DataResponse {
		return new DataResponse($this->facilitation->accounts($this->words()));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 300, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/folders')]
	public function folders(): DataResponse {
		return new DataResponse($this->library->choices($this->uid()));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/setup')]
	public function setup(): DataResponse {
		return new DataResponse($this->report->checks());
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/charters')]
	public function charters(): DataResponse {
		return new DataResponse($this->charters->versions());
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/charters/{version}', requirements: ['version' => '\d{1,9}'])]
	public function charter(int $version): DataResponse {
		return new DataResponse($this->charters->version($version));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'PUT', url: '/api/v1/network/charter')]
	public function writeCharter(): DataResponse {
		$input = $this->request->getParams();
		$this->charters->write($input['text'] ?? null, Input::version($input));
		return $this->network();
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/kit')]
	public function kit(): DataResponse {
		return new DataResponse(['text' => $this->kit->export($this->uid())]);
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/kits')]
	public function kits(): DataResponse {
		return new DataResponse(['empty' => $this->kit->isEmpty(), 'kits' => array_map(fn (array $kit): array => $kit + [
			'missing' => $this->kit->missingFolders(Kit::read($this->shipped->text($kit['id'])), $this->uid()),
		], $this->shipped->list())]);
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 1000, period: 60)]
	#[ApiRoute(verb: 'GET', url: '/api/v1/network/kits/{kit}', requirements: ['kit' => '[a-z-]{1,64}'])]
	public function shippedKit(string $kit): DataResponse {
		return new DataResponse(['text' => $this->shipped->text($kit)]);
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/network/kit/check')]
	public function checkKit(): DataResponse {
		return new DataResponse($this->takenIn(true));
	}

	#[AuthorizedAdminSetting(settings: AdminForm::class)]
	#[UserRateLimit(limit: 60, period: 60)]
	#[ApiRoute(verb: 'POST', url: '/api/v1/network/kit')]
	public function takeKit(): DataResponse {
		return new DataResponse($this->takenIn(false));
	}

	/** @return list<array{part: string, name: string, outcome: string, why: string}> */
	private function takenIn(bool $dry): array {
		$input = $this->request->getParams();
		$replace = Fields::words($input['replace'] ?? [], 'replace', count(Kit::REPLACEABLE), 16);
		foreach (array_diff($replace, Kit::REPLACEABLE) as $i => $unknown) {
			throw ReasonException::at('wrong_type', "replace.$i");
		}
		$kit = Kit::read(Fields::text($input['text'] ?? null, 'text', Kit::LENGTH));
		return array_map(static function (array $row): array {
			[$part, $name] = explode(': ', $row['row'], 2) + [1 => ''];
			return ['part' => $part, 'name' => $name, 'outcome' => $row['outcome'], 'why' => explode(' ', $row['why'])[0]];
		}, $this->kit->take($kit, $this->uid(), $replace, $dry)->rows());
	}

	private function uid(): string {
		return (string)$this->session->getUser()?->getUID();
	}

	private function words(): string {
		return trim(Fields::text($this->request->getParam('q') ?? '', 'q', 120));
	}
}
